"""What things are called in many languages, by Unicode's CLDR as the Debian package unicode-cldr-core has it: emoji, countries
and their parts, languages, cities, currencies, units, months and days of the week."""
import os
import xml.etree.ElementTree as ET

# The languages that multilingual-e5-small knows, less those that CLDR says little about.
LANGUAGES = (
    'af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hu hy id is it ja jv '
    'ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms my ne nl no or pa pl ps pt ro ru sa sd si sk sl so sq sr su sv sw ta te '
    'th tr ug uk ur uz vi xh yi zh').split()
LEAST_NAMES = 1500
NAMED = ('localeDisplayNames/territories/territory', 'localeDisplayNames/languages/language',
         'localeDisplayNames/scripts/script')


def trees(folder, language, *kinds):
    for kind in kinds:
        path = os.path.join(folder, kind, f'{language}.xml')
        if os.path.exists(path): yield ET.parse(path).getroot()


def names(folder, language):
    """What each thing is called, by an identifier that all languages share."""
    found = {}
    for root in trees(folder, language, 'annotations'):
        for a in root.iter('annotation'):
            if a.get('type') == 'tts': found['emoji', a.get('cp')] = a.text
    for root in trees(folder, language, 'main'):
        for path in NAMED:
            for a in root.findall(path):
                if a.get('alt') is None and a.text and not a.get('type').isdigit(): found[path, a.get('type')] = a.text
        for a in root.findall('numbers/currencies/currency'): found['currency', a.get('type')] = a.findtext('displayName')
        for zone in root.findall('dates/timeZoneNames/zone'): found['city', zone.get('type')] = zone.findtext('exemplarCity')
        for a in root.findall("units/unitLength[@type='long']/unit"): found['unit', a.get('type')] = a.findtext('displayName')
        for calendar in root.findall("dates/calendars/calendar[@type='gregorian']"):
            for tag in ('month', 'day'):
                for width in calendar.iter(f'{tag}Width'):
                    if width.get('type') != 'wide': continue
                    for a in width:
                        if a.get('yeartype') is None: found.setdefault((tag, a.get('type')), a.text)
    for root in trees(folder, language, 'subdivisions'):
        for a in root.iter('subdivision'): found['part', a.get('type')] = a.text
    return {k: v for k, v in found.items() if v and v != '↑↑↑' and '∅' not in v}


def pieces(e5, weight, folder):
    """By language and thing, the telling pieces of its name."""
    found = {}
    known = {language: named for language in LANGUAGES if len(named := names(folder, language)) >= LEAST_NAMES}
    # English names of cities are those of their time zones: Europe/Warsaw.
    for kind, zone in {key for named in known.values() for key in named}:
        if kind == 'city': known['en'].setdefault((kind, zone), zone.split('/')[-1].replace('_', ' '))
    for language, named in known.items():
        cut = {k: tuple(p for w in v.split() for p in e5.tokens(w) if weight[p] > 0.1) for k, v in named.items()}
        found[language] = {k: v for k, v in cut.items() if v and len(v) < 40}
    return found
