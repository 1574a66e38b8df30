// libxml2's push parsers and writer. The shims hide what Swift cannot use as it stands: a structure of callbacks whose
// error handlers take variable arguments, and the position of the parser in its input.
#pragma once

#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

typedef void (*cxml_start)(void *context, const xmlChar *name, const xmlChar **attributes);
typedef void (*cxml_end)(void *context, const xmlChar *name);
typedef void (*cxml_text)(void *context, const xmlChar *text, int length);
typedef void (*cxml_comment)(void *context, const xmlChar *text);

// Messages are read from the parser's last error; printing them is the program's business.
static inline void cxml_silent(void *context, const char *message, ...) { (void)context, (void)message; }

static inline xmlSAXHandler cxml_handler(cxml_start start, cxml_end end, cxml_text text, cxml_text cdata,
                                         cxml_comment comment) {
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof(handler));
    handler.startElement = start;
    handler.endElement = end;
    handler.characters = text;
    handler.cdataBlock = cdata;
    handler.comment = comment;
    handler.ignorableWhitespace = text;
    handler.warning = cxml_silent;
    handler.error = cxml_silent;
    handler.fatalError = cxml_silent;
    return handler;
}

// How many bytes of the input are behind a text that was handed to a callback. Plain text is handed in place, before the
// parser steps over it; other text from a buffer of its own, behind it.
static inline long cxml_text_end(xmlParserCtxtPtr parser, const xmlChar *text, int length) {
    xmlParserInputPtr input = parser ? parser->input : NULL;
    if (!input) return 0;
    const xmlChar *end = text >= input->base && text < input->end ? text + length : input->cur;
    return (long)(input->consumed + (unsigned long)(end - input->base));
}

// How many bytes of the input the parser has stepped over.
static inline long cxml_position(xmlParserCtxtPtr parser) {
    xmlParserInputPtr input = parser ? parser->input : NULL;
    return input ? (long)(input->consumed + (unsigned long)(input->cur - input->base)) : 0;
}

static inline xmlParserCtxtPtr cxml_html_open(xmlSAXHandlerPtr handler, void *context) {
    xmlParserCtxtPtr parser = htmlCreatePushParserCtxt(handler, context, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser) htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_IGNORE_ENC);
    return parser;
}
static inline void cxml_html_parse(xmlParserCtxtPtr parser, const char *bytes, int count) {
    htmlParseChunk(parser, bytes, count, 0);
    htmlParseChunk(parser, NULL, 0, 1);
}
static inline void cxml_html_close(xmlParserCtxtPtr parser) { htmlFreeParserCtxt(parser); }

// No network, no external entities, no expansion of entities that a document declares.
static inline xmlParserCtxtPtr cxml_xml_open(xmlSAXHandlerPtr handler, void *context) {
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(handler, context, NULL, 0, NULL);
    if (parser) xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_IGNORE_ENC);
    return parser;
}
static inline int cxml_xml_parse(xmlParserCtxtPtr parser, const char *bytes, int count) {
    int status = xmlParseChunk(parser, bytes, count, 0);
    if (status == 0) status = xmlParseChunk(parser, NULL, 0, 1);
    return status;
}
static inline void cxml_xml_close(xmlParserCtxtPtr parser) { xmlFreeParserCtxt(parser); }

static inline void cxml_stop(xmlParserCtxtPtr parser) {
    if (parser) xmlStopParser(parser);
}
static inline int cxml_input_line(xmlParserCtxtPtr parser) { return parser->input ? parser->input->line : 0; }

// The first error's message and line; the message ends with a line feed.
static inline const char *cxml_message(xmlParserCtxtPtr parser) {
    return parser->lastError.message ? parser->lastError.message : "not well formed\n";
}
static inline int cxml_line(xmlParserCtxtPtr parser) { return parser->lastError.line; }
