// ICU renames each function with its version (ubrk_open is a macro for ubrk_open_72), and Swift cannot see macros of
// that form. Each `static inline` here gives one function a name that Swift can see; nothing else belongs in this file.
#pragma once

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ucurr.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udata.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

// Boundaries. The text is UTF-8 through UText, so that offsets are the bytes that the rest of the program counts in.
static inline UBreakIterator *cicu_ubrk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
    return ubrk_open(type, locale, NULL, 0, status);
}
static inline void cicu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void cicu_ubrk_setUText(UBreakIterator *iterator, UText *text, UErrorCode *status) {
    ubrk_setUText(iterator, text, status);
}
static inline int32_t cicu_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t cicu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t cicu_ubrk_getRuleStatus(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }
static inline UText *cicu_utext_openUTF8(UText *text, const char *bytes, int64_t length, UErrorCode *status) {
    return utext_openUTF8(text, bytes, length, status);
}
static inline void cicu_utext_close(UText *text) { utext_close(text); }

// Character properties.
static inline int8_t cicu_u_charType(UChar32 c) { return u_charType(c); }
static inline int32_t cicu_u_charDigitValue(UChar32 c) { return u_charDigitValue(c); }
static inline bool cicu_u_isUAlphabetic(UChar32 c) { return u_isUAlphabetic(c); }
static inline bool cicu_u_isUUppercase(UChar32 c) { return u_isUUppercase(c); }
static inline bool cicu_u_isULowercase(UChar32 c) { return u_isULowercase(c); }
static inline bool cicu_u_hasBinaryProperty(UChar32 c, UProperty which) { return u_hasBinaryProperty(c, which); }
static inline bool cicu_u_isUWhiteSpace(UChar32 c) { return u_isUWhiteSpace(c); }
static inline UChar32 cicu_u_foldCase(UChar32 c) { return u_foldCase(c, U_FOLD_CASE_DEFAULT); }
static inline int32_t cicu_u_getIntPropertyValue(UChar32 c, UProperty which) { return u_getIntPropertyValue(c, which); }
static inline UScriptCode cicu_uscript_getScript(UChar32 c, UErrorCode *status) { return uscript_getScript(c, status); }
static inline const char *cicu_uscript_getShortName(UScriptCode code) { return uscript_getShortName(code); }

// Conversion of other encodings.
static inline UCharsetDetector *cicu_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void cicu_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void cicu_ucsdet_setText(UCharsetDetector *detector, const char *bytes, int32_t length, UErrorCode *status) {
    ucsdet_setText(detector, bytes, length, status);
}
static inline const UCharsetMatch *cicu_ucsdet_detect(UCharsetDetector *detector, UErrorCode *status) {
    return ucsdet_detect(detector, status);
}
static inline const char *cicu_ucsdet_getName(const UCharsetMatch *match, UErrorCode *status) {
    return ucsdet_getName(match, status);
}
static inline int32_t cicu_ucsdet_getConfidence(const UCharsetMatch *match, UErrorCode *status) {
    return ucsdet_getConfidence(match, status);
}
static inline UConverter *cicu_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void cicu_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline const char *cicu_ucnv_getName(const UConverter *converter, UErrorCode *status) {
    return ucnv_getName(converter, status);
}
static inline void cicu_ucnv_stopOnError(UConverter *converter, UErrorCode *status) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
}
static inline UChar32 cicu_ucnv_getNextUChar(UConverter *converter, const char **source, const char *limit, UErrorCode *status) {
    return ucnv_getNextUChar(converter, source, limit, status);
}

// Text transforms.
static inline UTransliterator *cicu_utrans_openU(const UChar *identifier, int32_t length, UErrorCode *status) {
    return utrans_openU(identifier, length, UTRANS_FORWARD, NULL, 0, NULL, status);
}
static inline void cicu_utrans_close(UTransliterator *transliterator) { utrans_close(transliterator); }
static inline void cicu_utrans_transUChars(const UTransliterator *transliterator, UChar *text, int32_t *length,
                                           int32_t capacity, int32_t *limit, UErrorCode *status) {
    utrans_transUChars(transliterator, text, length, capacity, 0, limit, status);
}
static inline const UNormalizer2 *cicu_unorm2_getNFKCCasefoldInstance(UErrorCode *status) {
    return unorm2_getNFKCCasefoldInstance(status);
}
static inline UBool cicu_unorm2_isInert(const UNormalizer2 *form, UChar32 character) {
    return unorm2_isInert(form, character);
}
static inline const UNormalizer2 *cicu_unorm2_getNFDInstance(UErrorCode *status) {
    return unorm2_getNFDInstance(status);
}
static inline const UNormalizer2 *cicu_unorm2_getNFCInstance(UErrorCode *status) {
    return unorm2_getNFCInstance(status);
}
static inline const UNormalizer2 *cicu_unorm2_getNFKCInstance(UErrorCode *status) {
    return unorm2_getNFKCInstance(status);
}
static inline int32_t cicu_unorm2_normalize(const UNormalizer2 *form, const UChar *source, int32_t length, UChar *result,
                                            int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(form, source, length, result, capacity, status);
}

// Locale data.
static inline UEnumeration *cicu_ures_openSpellouts(UErrorCode *status) {
    return ures_openAvailableLocales(U_ICUDATA_NAME "-rbnf", status);
}
static inline UNumberFormat *cicu_unum_open(UNumberFormatStyle style, const char *locale, UErrorCode *status) {
    return unum_open(style, NULL, 0, locale, NULL, status);
}
static inline void cicu_unum_close(UNumberFormat *format) { unum_close(format); }
static inline int32_t cicu_unum_formatInt64(const UNumberFormat *format, int64_t value, UChar *result, int32_t capacity,
                                            UErrorCode *status) {
    return unum_formatInt64(format, value, result, capacity, NULL, status);
}
static inline int32_t cicu_unum_getSymbol(const UNumberFormat *format, UNumberFormatSymbol symbol, UChar *result,
                                          int32_t capacity, UErrorCode *status) {
    return unum_getSymbol(format, symbol, result, capacity, status);
}
static inline int32_t cicu_unum_getTextAttribute(const UNumberFormat *format, UNumberFormatTextAttribute attribute,
                                                 UChar *result, int32_t capacity, UErrorCode *status) {
    return unum_getTextAttribute(format, attribute, result, capacity, status);
}
static inline void cicu_unum_setTextAttribute(UNumberFormat *format, UNumberFormatTextAttribute attribute,
                                              const UChar *value, int32_t length, UErrorCode *status) {
    unum_setTextAttribute(format, attribute, value, length, status);
}
static inline int32_t cicu_uloc_countAvailable(void) { return uloc_countAvailable(); }
static inline const char *cicu_uloc_getAvailable(int32_t number) { return uloc_getAvailable(number); }
static inline bool cicu_uloc_isRightToLeft(const char *locale) { return uloc_isRightToLeft(locale); }
static inline int32_t cicu_uloc_getDisplayLanguage(const char *locale, const char *shownIn, UChar *result, int32_t capacity,
                                                   UErrorCode *status) {
    return uloc_getDisplayLanguage(locale, shownIn, result, capacity, status);
}
static inline int32_t cicu_uloc_addLikelySubtags(const char *locale, char *result, int32_t capacity, UErrorCode *status) {
    return uloc_addLikelySubtags(locale, result, capacity, status);
}
static inline int32_t cicu_uloc_forLanguageTag(const char *tag, char *result, int32_t capacity, int32_t *parsed,
                                               UErrorCode *status) {
    return uloc_forLanguageTag(tag, result, capacity, parsed, status);
}

// Names of months, weekdays and regions.
static inline UDateFormat *cicu_udat_open(const char *locale, UErrorCode *status) {
    return udat_open(UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, status);
}
static inline UDateFormat *cicu_udat_openDate(UDateFormatStyle style, const char *locale, UErrorCode *status) {
    return udat_open(UDAT_NONE, style, locale, NULL, 0, NULL, 0, status);
}
// Dates in one pattern, of Greenwich's time.
static inline UDateFormat *cicu_udat_openPattern(const char *locale, const UChar *pattern, int32_t length, UErrorCode *status) {
    static const UChar zone[] = {'U', 'T', 'C'};
    return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, 3, pattern, length, status);
}
static inline int32_t cicu_udat_format(const UDateFormat *format, UDate date, UChar *result, int32_t capacity, UErrorCode *status) {
    return udat_format(format, date, result, capacity, NULL, status);
}
// The same, in a time zone.
static inline int32_t cicu_udat_formatIn(UDateFormat *format, const char *locale, const UChar *zone, int32_t length,
                                         UChar *result, int32_t capacity, UErrorCode *status) {
    UCalendar *calendar = ucal_open(zone, length, locale, UCAL_GREGORIAN, status);
    if (U_FAILURE(*status)) return 0;
    udat_setCalendar(format, calendar);
    ucal_close(calendar);
    return udat_format(format, 0, result, capacity, NULL, status);
}
// Calendars of other regions.
static inline UEnumeration *cicu_ucal_commonCalendars(const char *locale, UErrorCode *status) {
    return ucal_getKeywordValuesForLocale("calendar", locale, true, status);
}
static inline UCalendar *cicu_ucal_open(const char *locale, UErrorCode *status) {
    static const UChar zone[] = {'U', 'T', 'C'};
    return ucal_open(zone, 3, locale, UCAL_DEFAULT, status);
}
static inline void cicu_ucal_close(UCalendar *calendar) { ucal_close(calendar); }
static inline void cicu_ucal_setStrictDay(UCalendar *calendar, int32_t year, int32_t month, int32_t day) {
    ucal_clear(calendar);
    ucal_setAttribute(calendar, UCAL_LENIENT, 0);
    ucal_set(calendar, UCAL_YEAR, year);
    ucal_set(calendar, UCAL_MONTH, month);
    ucal_set(calendar, UCAL_DATE, day);
}
static inline UDate cicu_ucal_getMillis(const UCalendar *calendar, UErrorCode *status) {
    return ucal_getMillis(calendar, status);
}
static inline void cicu_ucal_setMillis(UCalendar *calendar, UDate millis, UErrorCode *status) {
    ucal_setMillis(calendar, millis, status);
}
static inline int32_t cicu_ucal_get(const UCalendar *calendar, UCalendarDateFields field, UErrorCode *status) {
    return ucal_get(calendar, field, status);
}
static inline int32_t cicu_udat_toPattern(const UDateFormat *format, UChar *result, int32_t capacity, UErrorCode *status) {
    return udat_toPattern(format, false, result, capacity, status);
}
static inline void cicu_udat_close(UDateFormat *format) { udat_close(format); }
static inline int32_t cicu_udat_countSymbols(const UDateFormat *format, UDateFormatSymbolType type) {
    return udat_countSymbols(format, type);
}
static inline int32_t cicu_udat_getSymbols(const UDateFormat *format, UDateFormatSymbolType type, int32_t index,
                                           UChar *result, int32_t capacity, UErrorCode *status) {
    return udat_getSymbols(format, type, index, result, capacity, status);
}
static inline const char *const *cicu_uloc_getISOCountries(void) { return uloc_getISOCountries(); }
static inline ULocaleDisplayNames *cicu_uldn_open(const char *locale, int isShort, UErrorCode *status) {
    UDisplayContext contexts[] = {isShort ? UDISPCTX_LENGTH_SHORT : UDISPCTX_LENGTH_FULL};
    return uldn_openForContext(locale, contexts, 1, status);
}
static inline void cicu_uldn_close(ULocaleDisplayNames *names) { uldn_close(names); }
static inline int32_t cicu_uldn_regionDisplayName(const ULocaleDisplayNames *names, const char *region, UChar *result,
                                                  int32_t capacity, UErrorCode *status) {
    return uldn_regionDisplayName(names, region, result, capacity, status);
}

// Currencies and units.
static inline UEnumeration *cicu_ucurr_openISOCurrencies(uint32_t kinds, UErrorCode *status) {
    return ucurr_openISOCurrencies(kinds, status);
}
static inline const UChar *cicu_uenum_unext(UEnumeration *list, int32_t *length, UErrorCode *status) {
    return uenum_unext(list, length, status);
}
static inline const char *cicu_uenum_next(UEnumeration *list, int32_t *length, UErrorCode *status) {
    return uenum_next(list, length, status);
}
static inline void cicu_uenum_close(UEnumeration *list) { uenum_close(list); }
static inline const UChar *cicu_ucurr_getName(const UChar *code, const char *locale, UCurrNameStyle style, int32_t *length,
                                              UErrorCode *status) {
    UBool isChoice;
    return ucurr_getName(code, locale, style, &isChoice, length, status);
}
static inline const UChar *cicu_ucurr_getPluralName(const UChar *code, const char *locale, const char *plural,
                                                    int32_t *length, UErrorCode *status) {
    UBool isChoice;
    return ucurr_getPluralName(code, locale, &isChoice, plural, length, status);
}
static inline void cicu_u_strToUTF8WithSub(uint8_t *bytes, int32_t capacity, int32_t *length, const UChar *units,
                                           int32_t count, UChar32 substitute, UErrorCode *status) {
    u_strToUTF8WithSub((char *)bytes, capacity, length, units, count, substitute, NULL, status);
}
static inline UPluralRules *cicu_uplrules_open(const char *locale, UErrorCode *status) {
    return uplrules_open(locale, status);
}
static inline void cicu_uplrules_close(UPluralRules *rules) { uplrules_close(rules); }
static inline int32_t cicu_uplrules_select(const UPluralRules *rules, double number, UChar *keyword, int32_t capacity,
                                           UErrorCode *status) {
    return uplrules_select(rules, number, keyword, capacity, status);
}
static inline UNumberFormatter *cicu_unumf_open(const UChar *skeleton, int32_t length, const char *locale,
                                                UErrorCode *status) {
    return unumf_openForSkeletonAndLocale(skeleton, length, locale, status);
}
static inline void cicu_unumf_close(UNumberFormatter *formatter) { unumf_close(formatter); }
static inline UFormattedNumber *cicu_unumf_openResult(UErrorCode *status) { return unumf_openResult(status); }
static inline void cicu_unumf_closeResult(UFormattedNumber *result) { unumf_closeResult(result); }
static inline void cicu_unumf_formatDouble(const UNumberFormatter *formatter, double value, UFormattedNumber *result,
                                           UErrorCode *status) {
    unumf_formatDouble(formatter, value, result, status);
}
static inline int32_t cicu_unumf_resultToString(const UFormattedNumber *result, UChar *buffer, int32_t capacity,
                                                UErrorCode *status) {
    return unumf_resultToString(result, buffer, capacity, status);
}

// Relative times.
static inline URelativeDateTimeFormatter *cicu_ureldatefmt_open(const char *locale, UErrorCode *status) {
    return ureldatefmt_open(locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, status);
}
static inline void cicu_ureldatefmt_close(URelativeDateTimeFormatter *format) { ureldatefmt_close(format); }
static inline int32_t cicu_ureldatefmt_format(const URelativeDateTimeFormatter *format, double offset,
                                              URelativeDateTimeUnit unit, UChar *result, int32_t capacity,
                                              UErrorCode *status) {
    return ureldatefmt_format(format, offset, unit, result, capacity, status);
}
static inline int32_t cicu_ureldatefmt_formatNumeric(const URelativeDateTimeFormatter *format, double offset,
                                                     URelativeDateTimeUnit unit, UChar *result, int32_t capacity,
                                                     UErrorCode *status) {
    return ureldatefmt_formatNumeric(format, offset, unit, result, capacity, status);
}

// CLDR's aliases of languages.
static inline UResourceBundle *cicu_ures_openMetadata(UErrorCode *status) {
    return ures_openDirect(NULL, "metadata", status);
}
static inline void cicu_ures_close(UResourceBundle *bundle) { ures_close(bundle); }
static inline int32_t cicu_ures_getSize(const UResourceBundle *bundle) { return ures_getSize(bundle); }
static inline const char *cicu_ures_getKey(const UResourceBundle *bundle) { return ures_getKey(bundle); }
static inline UResourceBundle *cicu_ures_getByKey(const UResourceBundle *bundle, const char *key, UErrorCode *status) {
    return ures_getByKey(bundle, key, NULL, status);
}
static inline UResourceBundle *cicu_ures_getByIndex(const UResourceBundle *bundle, int32_t number, UErrorCode *status) {
    return ures_getByIndex(bundle, number, NULL, status);
}
static inline const UChar *cicu_ures_getStringByKey(const UResourceBundle *bundle, const char *key, int32_t *length,
                                                    UErrorCode *status) {
    return ures_getStringByKey(bundle, key, length, status);
}

// Versions, for signatures.
static inline void cicu_version(uint8_t *four) { u_getVersion(four); }
static inline void cicu_cldrVersion(uint8_t *four, UErrorCode *status) { ulocdata_getCLDRVersion(four, status); }
