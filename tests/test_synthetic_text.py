"""The text of made cases: sentences that end, words that are all different, a vocabulary that keeps growing."""

from __future__ import annotations

from random import Random

import pytest

from macros.library.content import Content
from scripts.measuring.synthetic_text import LONG_WORDS, SHORT_WORDS, Text, compound, invented, vocabulary_size


@pytest.fixture(scope="module")
def text(content: Content) -> Text:
    """A chain over the real cases."""
    return Text(content.cases)


def test_no_two_invented_words_are_alike() -> None:
    numbers = range(SHORT_WORDS + LONG_WORDS)
    assert len({compound(number) for number in numbers}) == len(numbers)


def test_there_are_words_enough_for_a_hundred_thousand_cases() -> None:
    assert vocabulary_size(30_000) < SHORT_WORDS + LONG_WORDS


def test_new_words_keep_coming_ever_more_slowly() -> None:
    sizes = [vocabulary_size(number) for number in (0, 1_000, 10_000)]
    assert sizes[0] < sizes[1] < sizes[2] < 10 * sizes[1]


def test_a_sentence_is_whole_and_the_same_from_the_same_seed(text: Text) -> None:
    sentences = [text.sentence(Random(number), 5) for number in range(200)]
    assert all(sentence.endswith(".") and len(sentence.split()) >= 4 for sentence in sentences)
    assert sentences == [text.sentence(Random(number), 5) for number in range(200)]
    assert len(set(sentences)) > 150


def test_a_line_keeps_within_its_room(text: Text) -> None:
    assert max(len(text.line(Random(number), 5, 190)) for number in range(200)) <= 190


def test_often_used_words_come_more_often() -> None:
    drawn = [invented(Random(number), 1_000) for number in range(4_000)]
    first = {compound(number) for number in range(vocabulary_size(1_000) // 4)}
    assert 0.45 < sum(word in first for word in drawn) / len(drawn) < 0.55
