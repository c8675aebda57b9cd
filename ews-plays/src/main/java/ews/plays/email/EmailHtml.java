package ews.plays.email;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of text as people write it in emails: paragraphs, lines, lists and links. HTML in the text reads as it was
 * written, and images become links, so that nothing in an email tells who opened it.
 */
public final class EmailHtml {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .enabledBlockTypes(Set.of(ListBlock.class))
            .postProcessor(EmailHtml::withoutImages)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();

    private EmailHtml() {}

    /** What stands in the body of a page. */
    public static String of(String text) {
        return RENDERER.render(PARSER.parse(text));
    }

    /** A whole document around such a body. */
    public static String document(String body) {
        return "<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>\n%s</body></html>\n".formatted(body);
    }

    /** A value that reads as it is, whatever characters it has. */
    static String literally(String value) {
        return value.replaceAll("\\p{Punct}", "\\\\$0");
    }

    private static Node withoutImages(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                visitChildren(image);
                Link link = new Link(image.getDestination(), image.getTitle());
                for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                    link.appendChild(child);
                }
                image.insertAfter(link);
                image.unlink();
            }
        });
        return document;
    }
}
