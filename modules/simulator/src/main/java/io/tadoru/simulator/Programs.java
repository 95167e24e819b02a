package io.tadoru.simulator;

/** Where the office's programs lie. */
final class Programs {
    static final String SYSTEM = "NT AUTHORITY\\SYSTEM";
    static final String SYSTEM32 = "C:\\Windows\\System32\\";
    static final String EXPLORER = "C:\\Windows\\explorer.exe";
    static final String SVCHOST = SYSTEM32 + "svchost.exe";
    static final String CMD = SYSTEM32 + "cmd.exe";
    static final String POWERSHELL = SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe";
    static final String REGSVR32 = SYSTEM32 + "regsvr32.exe";
    static final String OUTLOOK = office("OUTLOOK.EXE");
    static final String EXCEL = office("EXCEL.EXE");
    static final String WORD = office("WINWORD.EXE");
    static final String EDGE = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";

    private Programs() {}

    static String quoted(String image) {
        return "\"" + image + "\"";
    }

    static String teams(Pc pc) {
        return pc.home() + "\\AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe";
    }

    private static String office(String file) {
        return "C:\\Program Files\\Microsoft Office\\root\\Office16\\" + file;
    }
}
