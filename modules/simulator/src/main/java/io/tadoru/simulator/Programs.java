package io.tadoru.simulator;

/** Where the office's programs lie. */
public final class Programs {
    public static final String SYSTEM = "NT AUTHORITY\\SYSTEM";
    public static final String SYSTEM32 = "C:\\Windows\\System32\\";
    public static final String EXPLORER = "C:\\Windows\\explorer.exe";
    public static final String SVCHOST = SYSTEM32 + "svchost.exe";
    public static final String CMD = SYSTEM32 + "cmd.exe";
    public static final String POWERSHELL = SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe";
    public static final String REGSVR32 = SYSTEM32 + "regsvr32.exe";
    public static final String OUTLOOK = office("OUTLOOK.EXE");
    public static final String EXCEL = office("EXCEL.EXE");
    public static final String WORD = office("WINWORD.EXE");
    public static final String EDGE = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";

    private Programs() {}

    public static String quoted(String image) {
        return "\"" + image + "\"";
    }

    public static String teams(Pc pc) {
        return pc.home() + "\\AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe";
    }

    private static String office(String file) {
        return "C:\\Program Files\\Microsoft Office\\root\\Office16\\" + file;
    }
}
