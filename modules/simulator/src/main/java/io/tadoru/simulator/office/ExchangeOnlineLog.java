package io.tadoru.simulator.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Mail;
import io.tadoru.simulator.MailGate;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pen;
import io.tadoru.simulator.Scan;

/** The provider's message trace: one document for each recipient, and no word of attachments. */
record ExchangeOnlineLog(Pen book, Dice dice) implements MailGate {
    @Override
    public void deliver(Mail mail, Scan scan) {
        trace(mail, scan.isSpam() ? "FilteredAsSpam" : "Delivered");
    }

    @Override
    public void reject(Mail mail, Scan scan) {
        trace(mail, "Quarantined");
    }

    @Override
    public void refuse(Mail mail) {
        trace(mail, "Failed");
    }

    private void trace(Mail mail, String status) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("Organization", "example.onmicrosoft.com").put("MessageId", "<" + mail.messageId() + ">");
        root.put("Received", OfficeTime.iso(mail.at()).replace("Z", "0000Z"));
        root.put("SenderAddress", mail.from()).put("RecipientAddress", mail.to());
        root.put("Subject", subject(mail)).put("Status", status);
        root.putNull("ToIP").put("FromIP", mail.client().ip()).put("Size", mail.size());
        root.put("MessageTraceId", guid()).put("Index", 0);
        book.add(mail.at(), root.toString());
    }

    private static String subject(Mail mail) {
        return mail.attachments().isEmpty() ? "ご連絡" : "資料送付の件";
    }

    private String guid() {
        String hex = dice.hex(32);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }
}
