#!/usr/bin/env python3
"""The same rows through scikit-learn's TF-IDF (1-2 grams, sublinear, min_df 2) + LinearSVC, one thread: scores, seconds of training, documents a second (best of five).

scikit_learn.py TRAIN TEST TEXT LABEL [--most-common N] [--multi SEPARATOR]
"""
import argparse
import collections
import os
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import csv
import gzip
import sys

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

csv.field_size_limit(sys.maxsize)
parser = argparse.ArgumentParser()
for argument in ("train", "test", "text", "label"):
    parser.add_argument(argument)
parser.add_argument("--most-common", type=int)
parser.add_argument("--multi")
options = parser.parse_args()


def read(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [(" ".join(row[column] for column in options.text.split(",")), row[options.label]) for row in csv.DictReader(file)]
    return [row for row in rows if row[0].strip() and (row[1] or options.multi)]


train, test = read(options.train), read(options.test)
if options.most_common:
    kept = {label for label, _ in collections.Counter(label for _, label in train).most_common(options.most_common)}
    train, test = [row for row in train if row[1] in kept], [row for row in test if row[1] in kept]
texts, test_texts = [row[0] for row in train], [row[0] for row in test]
words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
if options.multi:
    binarizer = MultiLabelBinarizer()
    labels = binarizer.fit_transform([[label for label in row[1].split(options.multi) if label] for row in train])
    test_labels = binarizer.transform([[label for label in row[1].split(options.multi) if label in binarizer.classes_] for row in test])
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    model = make_pipeline(make_union(words, pieces), OneVsRestClassifier(LinearSVC(C=0.3, class_weight="balanced")))
else:
    labels, test_labels = [row[1] for row in train], [row[1] for row in test]
    model = make_pipeline(words, LinearSVC())
start = time.perf_counter()
model.fit(texts, labels)
training = time.perf_counter() - start
seconds = []
for _ in range(5):
    start = time.perf_counter()
    predicted = model.predict(test_texts)
    seconds.append(time.perf_counter() - start)
print(f"scikit-learn {sklearn.__version__}: accuracy {accuracy_score(test_labels, predicted):.4f} micro-F1 {f1_score(test_labels, predicted, average='micro'):.4f} "
      f"macro-F1 {f1_score(test_labels, predicted, average='macro', zero_division=0):.4f}, training {training:.2f} s, {len(test_texts) / min(seconds):.0f} documents/s")
