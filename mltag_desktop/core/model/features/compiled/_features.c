/* Extract the features of texts: the compiled twin of the numpy code in tokenization.py, word_pieces.py,
 * static_vectors.py, extraction.py, character_counts.py and linear_head.py.
 *
 * The results are identical to the last bit: floats are added in the same order and precision, and the
 * compiler must not merge a product and a sum (-ffp-contract=off). `features.py` checks and allocates the
 * arrays; tests/core/model/features/test_compiled.py compares both ways.
 */
#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0
#error "floats would be calculated with another precision than numpy's"
#endif

/* The same function for newer processors, chosen when the module is loaded; without FMA. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_NEWER_PROCESSORS __attribute__((target_clones("avx2", "default")))
#else
#define FOR_NEWER_PROCESSORS
#endif

#ifdef _MSC_VER
#pragma fp_contract(off)
#endif

#ifdef __GNUC__
#define PREFETCH(address) __builtin_prefetch(address)
#else
#define PREFETCH(address) (void)(address)
#endif

#define MISFIT "the arrays do not fit together"
#define CACHE_LINE 64
#define BASE UINT64_C(0x9E3779B97F4A7C15)
#define BIGRAM UINT64_C(0xD6E8FEB86659FD93)
#define INSIDE UINT64_C(0xA0761D6478BD642F)
#define BUCKET_BITS 18
#define DIGIT_BITS 6
#define DIGITS (1 << DIGIT_BITS)
#define LONGEST_SEQUENCE 5 /* characters */
#define LONGEST_WORD 100 /* characters */
#define LONGEST_BYTES (4 * LONGEST_WORD)
#define FEW 20 /* numbers that are sorted by insertion */

typedef struct {
    const uint64_t *keys;
    const int32_t *slots;
    uint64_t mask;
    Py_ssize_t count;
} HashTable;

typedef struct {
    HashTable words, bigrams, pieces;
    const unsigned char *maybe; /* which polynomials may be pieces: 2^18 bits at the start of a word, then inside */
    Py_ssize_t longest; /* bytes of the longest piece */
    const int8_t *table;
    const float *scales;
    Py_ssize_t dimension;
} Vectors;

/* Memory for the words of one text. */
typedef struct {
    int64_t *starts, *sizes;
    uint64_t *hashes, *bigrams;
    int32_t *rows, *other; /* of words, followed by those of bigrams */
} Words;

static inline uint64_t mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

static inline const int32_t *slot(const HashTable *table, uint64_t hash)
{
    return table->slots + (hash & table->mask);
}

static inline int32_t find(const HashTable *table, uint64_t hash)
{
    if (!table->count)
        return -1;
    for (uint64_t at = hash & table->mask;; at = (at + 1) & table->mask) {
        int32_t row = table->slots[at];
        if (row < 0 || table->keys[row] == hash)
            return row;
    }
}

static inline void add_unit(const Vectors *vectors, Py_ssize_t unit, float *sum)
{
    const int8_t *row = vectors->table + unit * vectors->dimension;
    float scale = vectors->scales[unit];
    for (Py_ssize_t at = 0; at < vectors->dimension; at++)
        sum[at] += (float)row[at] * scale;
}

/* Split a word into pieces, the longest first; return their number, 0 if the word cannot be split. */
static inline int split(const Vectors *vectors, const unsigned char *word, Py_ssize_t size, int32_t *pieces)
{
    int count = 0;
    if (size > LONGEST_BYTES)
        return 0;
    if (size > LONGEST_WORD) {
        int characters = 0;
        for (Py_ssize_t at = 0; at < size; at++)
            characters += (word[at] & 0xC0) != 0x80;
        if (characters > LONGEST_WORD)
            return 0;
    }
    for (Py_ssize_t at = 0; at < size;) {
        Py_ssize_t room = size - at < vectors->longest ? size - at : vectors->longest, length = 0;
        const unsigned char *maybe = vectors->maybe + (count ? (1 << BUCKET_BITS) / 8 : 0);
        uint64_t sum = 0, power = 1;
        for (Py_ssize_t end = 0; end < room; end++) {
            sum += (word[at + end] + UINT64_C(1)) * power;
            power *= BASE;
            uint64_t place = sum >> (64 - BUCKET_BITS);
            if (maybe[place >> 3] >> (place & 7) & 1) {
                int32_t piece = find(&vectors->pieces, count ? mix(sum) ^ INSIDE : mix(sum));
                if (piece >= 0) {
                    pieces[count] = piece;
                    length = end + 1;
                }
            }
        }
        if (!length)
            return 0;
        count++;
        at += length;
    }
    return count;
}

/* Sort `count` numbers below 2^18; return where they are, `numbers` or `other`. */
static int32_t *sorted(int32_t *numbers, int32_t *other, Py_ssize_t count)
{
    if (count < FEW) {
        for (Py_ssize_t at = 1; at < count; at++) {
            int32_t number = numbers[at];
            Py_ssize_t to = at;
            for (; to > 0 && numbers[to - 1] > number; to--)
                numbers[to] = numbers[to - 1];
            numbers[to] = number;
        }
        return numbers;
    }
    for (int shift = 0; shift < BUCKET_BITS; shift += DIGIT_BITS) {
        Py_ssize_t places[DIGITS] = {0}, place = 0;
        for (Py_ssize_t at = 0; at < count; at++)
            places[numbers[at] >> shift & (DIGITS - 1)]++;
        for (int digit = 0; digit < DIGITS; digit++) {
            Py_ssize_t size = places[digit];
            places[digit] = place;
            place += size;
        }
        for (Py_ssize_t at = 0; at < count; at++)
            other[places[numbers[at] >> shift & (DIGITS - 1)]++] = numbers[at];
        int32_t *swapped = numbers;
        numbers = other;
        other = swapped;
    }
    return numbers;
}

/* Find and hash the words of a text and its bigrams; return the number of words. */
static inline Py_ssize_t tokenize(const Vectors *vectors, const unsigned char *text, Py_ssize_t size,
                                  const char *letters, const Words *words)
{
    Py_ssize_t count = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_ssize_t start = at;
        uint64_t hash = 0, power = 1;
        for (; at < size && letters[text[at]]; at++) {
            hash += (text[at] + UINT64_C(1)) * power;
            power *= BASE;
        }
        if (at - start >= 2) {
            words->starts[count] = start;
            words->sizes[count] = at - start;
            words->hashes[count] = mix(hash);
            PREFETCH(slot(&vectors->words, words->hashes[count]));
            count++;
        }
    }
    for (Py_ssize_t word = 0; word + 1 < count; word++) {
        words->bigrams[word] = mix(words->hashes[word] * BIGRAM + words->hashes[word + 1]);
        PREFETCH(slot(&vectors->bigrams, words->bigrams[word]));
    }
    return count;
}

/* Find the row of each hash, -1 where it is not a key, and load the rows of the table. */
static inline void find_all(const Vectors *vectors, const HashTable *table, Py_ssize_t first,
                            const uint64_t *hashes, Py_ssize_t count, int32_t *rows)
{
    for (Py_ssize_t each = 0; each < count && table->count; each++) {
        rows[each] = *slot(table, hashes[each]);
        PREFETCH(table->keys + (rows[each] < 0 ? 0 : rows[each]));
    }
    for (Py_ssize_t each = 0; each < count; each++) {
        rows[each] = find(table, hashes[each]);
        if (rows[each] >= 0) {
            const int8_t *row = vectors->table + (first + rows[each]) * vectors->dimension;
            for (Py_ssize_t at = 0; at < vectors->dimension; at += CACHE_LINE)
                PREFETCH(row + at);
            PREFETCH(vectors->scales + first + rows[each]);
        }
    }
}

/* Extract the features of all texts; return the number of entries. `sums` is zero, and `added` has room for
 * two rows. All memory of a text is asked for early and used late, because most of it is in no cache. */
FOR_NEWER_PROCESSORS
static Py_ssize_t extract_texts(const Vectors *vectors, const unsigned char *buffer, const int64_t *bounds,
                                Py_ssize_t texts, const char *letters, float *sums, float *added,
                                const Words *words, int64_t *entry_bounds, int32_t *buckets, float *counts)
{
    Py_ssize_t entries = 0, dimension = vectors->dimension;
    Py_ssize_t first_bigram = vectors->words.count, first_piece = first_bigram + vectors->bigrams.count;
    int32_t pieces[LONGEST_BYTES];
    for (Py_ssize_t text = 0; text < texts; text++) {
        const unsigned char *start = buffer + bounds[text];
        Py_ssize_t count = tokenize(vectors, start, bounds[text + 1] - bounds[text], letters, words);
        Py_ssize_t pairs = count ? count - 1 : 0;
        int32_t *rows = words->rows, *bigram_rows = words->rows + count;
        find_all(vectors, &vectors->words, 0, words->hashes, count, rows);
        find_all(vectors, &vectors->bigrams, first_bigram, words->bigrams, pairs, bigram_rows);

        /* words, bigrams and pieces are added up separately, as in static_vectors.py */
        float *sum = sums + text * dimension, *of_bigrams = added, *of_pieces = added + dimension;
        memset(added, 0, 2 * (size_t)dimension * sizeof *added);
        for (Py_ssize_t word = 0; word < count; word++) {
            if (rows[word] >= 0) {
                add_unit(vectors, rows[word], sum);
                continue;
            }
            int number = split(vectors, start + words->starts[word], words->sizes[word], pieces);
            for (int piece = 0; piece < number; piece++)
                add_unit(vectors, first_piece + pieces[piece], of_pieces);
        }
        for (Py_ssize_t pair = 0; pair < pairs; pair++)
            if (bigram_rows[pair] >= 0)
                add_unit(vectors, first_bigram + bigram_rows[pair], of_bigrams);
        for (Py_ssize_t at = 0; at < dimension; at++)
            sum[at] = sum[at] + of_bigrams[at] + of_pieces[at];

        entry_bounds[text] = entries;
        for (Py_ssize_t word = 0; word < count; word++)
            rows[word] = (int32_t)(words->hashes[word] >> (64 - BUCKET_BITS));
        for (Py_ssize_t pair = 0; pair < pairs; pair++)
            bigram_rows[pair] = (int32_t)(words->bigrams[pair] >> (64 - BUCKET_BITS));
        int32_t *ordered = sorted(rows, words->other, count + pairs);
        for (Py_ssize_t at = 0, end; at < count + pairs; at = end) {
            for (end = at + 1; end < count + pairs && ordered[end] == ordered[at];)
                end++;
            buckets[entries] = ordered[at];
            counts[entries++] = (float)(end - at); /* adding 1 to a float ends at 2^24 */
        }
    }
    entry_bounds[texts] = entries;
    return entries;
}

static HashTable hash_table(const Py_buffer *keys, const Py_buffer *slots)
{
    HashTable table = {keys->buf, slots->buf, (uint64_t)(slots->len / 4 - 1), keys->len / 8};
    return table;
}

/* Return whether a look-up ends: some slots are free, and the mask is inside the table. */
static int is_sound(const HashTable *table)
{
    return (uint64_t)table->count < table->mask + 1 && (table->mask & (table->mask + 1)) == 0;
}

static int are_ascending(const int64_t *bounds, Py_ssize_t segments, Py_ssize_t entries)
{
    int fits = segments >= 0;
    for (Py_ssize_t each = 0; each < segments && fits; each++)
        fits = bounds[each] >= 0 && bounds[each] <= bounds[each + 1] && bounds[each + 1] <= entries;
    return fits;
}

static PyObject *extract(PyObject *module, PyObject *arguments)
{
    enum { BUFFER, BOUNDS, LETTERS, WORD_KEYS, WORD_SLOTS, BIGRAM_KEYS, BIGRAM_SLOTS, PIECE_KEYS, PIECE_SLOTS,
           MAYBE, TABLE, SCALES, SUMS, ENTRY_BOUNDS, BUCKETS, COUNTS, ALL };
    Py_buffer given[ALL];
    Vectors vectors;
    Words words;
    if (!PyArg_ParseTuple(arguments, "y*y*(y*y*y*y*y*y*y*y*ny*ny*)w*w*w*w*:extract", &given[BUFFER],
                          &given[BOUNDS], &given[LETTERS], &given[WORD_KEYS], &given[WORD_SLOTS],
                          &given[BIGRAM_KEYS], &given[BIGRAM_SLOTS], &given[PIECE_KEYS], &given[PIECE_SLOTS],
                          &given[MAYBE], &vectors.longest, &given[TABLE], &vectors.dimension, &given[SCALES],
                          &given[SUMS], &given[ENTRY_BOUNDS], &given[BUCKETS], &given[COUNTS]))
        return NULL;
    Py_ssize_t texts = given[BOUNDS].len / 8 - 1, units = given[SCALES].len / 4, entries = -1, longest = 0;
    const int64_t *bounds = given[BOUNDS].buf;
    vectors.words = hash_table(&given[WORD_KEYS], &given[WORD_SLOTS]);
    vectors.bigrams = hash_table(&given[BIGRAM_KEYS], &given[BIGRAM_SLOTS]);
    vectors.pieces = hash_table(&given[PIECE_KEYS], &given[PIECE_SLOTS]);
    vectors.maybe = given[MAYBE].buf;
    vectors.table = given[TABLE].buf;
    vectors.scales = given[SCALES].buf;
    int fits = vectors.dimension >= 0 && given[TABLE].len == units * vectors.dimension &&
               units == vectors.words.count + vectors.bigrams.count + vectors.pieces.count &&
               given[LETTERS].len == 256 && given[MAYBE].len == (2 << BUCKET_BITS) / 8 &&
               given[SUMS].len == texts * vectors.dimension * 4 && given[ENTRY_BOUNDS].len == (texts + 1) * 8 &&
               given[BUCKETS].len / 4 >= given[BUFFER].len && given[COUNTS].len == given[BUCKETS].len &&
               is_sound(&vectors.words) && is_sound(&vectors.bigrams) && is_sound(&vectors.pieces) &&
               are_ascending(bounds, texts, given[BUFFER].len);
    for (Py_ssize_t text = 0; text < texts && fits; text++) {
        Py_ssize_t size = (Py_ssize_t)(bounds[text + 1] - bounds[text]);
        longest = size > longest ? size : longest;
    }
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    } else {
        size_t room = (size_t)longest / 3 + 1; /* a word has at least two bytes, and one lies between two words */
        size_t of_word = 2 * sizeof *words.starts + 2 * sizeof *words.hashes + 4 * sizeof *words.rows;
        int64_t *memory = room <= PY_SSIZE_T_MAX / of_word ? malloc(room * of_word) : NULL;
        float *added = malloc(2 * (size_t)(vectors.dimension + 1) * sizeof *added);
        if (memory && added) {
            words.starts = memory;
            words.sizes = words.starts + room;
            words.hashes = (uint64_t *)(words.sizes + room);
            words.bigrams = words.hashes + room;
            words.rows = (int32_t *)(words.bigrams + room);
            words.other = words.rows + 2 * room;
            Py_BEGIN_ALLOW_THREADS
            entries = extract_texts(&vectors, given[BUFFER].buf, bounds, texts, given[LETTERS].buf,
                                    given[SUMS].buf, added, &words, given[ENTRY_BOUNDS].buf, given[BUCKETS].buf, given[COUNTS].buf);
            Py_END_ALLOW_THREADS
        } else {
            PyErr_NoMemory();
        }
        free(memory);
        free(added);
    }
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return entries < 0 ? NULL : PyLong_FromSsize_t(entries);
}

/* Add up the weights of each text's known buckets: tf-idf times S, and counts times N, unless N is NULL. */
static void add_weights(const int64_t *bounds, Py_ssize_t texts, const int32_t *buckets, const float *counts,
                        const int32_t *places, const float *idf, Py_ssize_t known, const float *frequencies,
                        const float *words, const float *bayes, Py_ssize_t tags, float *margins, float *scores)
{
    for (Py_ssize_t text = 0; text < texts; text++, margins += tags) {
        double squares = 0;
        for (int64_t entry = bounds[text]; entry < bounds[text + 1]; entry++) {
            int32_t column = places[buckets[entry]];
            if (column < known) {
                float value = frequencies[entry] * idf[column], square = value * value;
                squares += (double)square;
            }
        }
        double norm = squares > 0 ? sqrt(squares) : 1;
        for (int64_t entry = bounds[text]; entry < bounds[text + 1]; entry++) {
            int32_t column = places[buckets[entry]];
            if (column < known) {
                float value = frequencies[entry] * idf[column], count = counts[entry];
                float weight = (float)((double)value / norm);
                const float *word = words + column * tags;
                for (Py_ssize_t tag = 0; tag < tags; tag++) {
                    float share = word[tag] * weight;
                    margins[tag] += share;
                }
                for (Py_ssize_t tag = 0; tag < tags && bayes; tag++) {
                    float of_count = bayes[column * tags + tag] * count;
                    scores[text * tags + tag] += of_count;
                }
            }
        }
    }
}

static PyObject *weigh(PyObject *module, PyObject *arguments)
{
    enum { BOUNDS, BUCKETS, COUNTS, PLACES, IDF, FREQUENCIES, WORDS, BAYES, MARGINS, SCORES, ALL };
    Py_buffer given[ALL];
    Py_ssize_t tags;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*y*y*y*nw*w*:weigh", &given[BOUNDS], &given[BUCKETS],
                          &given[COUNTS], &given[PLACES], &given[IDF], &given[FREQUENCIES], &given[WORDS],
                          &given[BAYES], &tags, &given[MARGINS], &given[SCORES]))
        return NULL;
    Py_ssize_t texts = given[BOUNDS].len / 8 - 1, entries = given[COUNTS].len / 4, known = given[IDF].len / 4;
    const int64_t *bounds = given[BOUNDS].buf;
    const int32_t *buckets = given[BUCKETS].buf;
    int fits = tags >= 0 && are_ascending(bounds, texts, entries) && given[BUCKETS].len == given[COUNTS].len &&
               given[FREQUENCIES].len == given[COUNTS].len && given[PLACES].len == 4 << BUCKET_BITS &&
               given[WORDS].len == known * tags * 4 && given[MARGINS].len == texts * tags * 4 &&
               (!given[BAYES].len || (given[BAYES].len == given[WORDS].len && given[SCORES].len == given[MARGINS].len));
    for (Py_ssize_t entry = 0; entry < entries && fits; entry++)
        fits = buckets[entry] >= 0 && buckets[entry] < 1 << BUCKET_BITS;
    if (fits) {
        Py_BEGIN_ALLOW_THREADS
        add_weights(bounds, texts, buckets, given[COUNTS].buf, given[PLACES].buf, given[IDF].buf, known,
                    given[FREQUENCIES].buf, given[WORDS].buf, given[BAYES].len ? given[BAYES].buf : NULL, tags,
                    given[MARGINS].buf, given[SCORES].buf);
        Py_END_ALLOW_THREADS
    } else {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    }
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return fits ? Py_NewRef(Py_None) : NULL;
}

/* Count the character sequences of all texts, whose words have one space before and after each; return the
 * number of entries. `rows` and `other` have room for the sequences of the longest text. */
static Py_ssize_t count_characters(const uint32_t *buffer, const int64_t *bounds, Py_ssize_t texts, int32_t *rows,
                                   int32_t *other, int64_t *entry_bounds, int32_t *buckets, float *counts)
{
    Py_ssize_t entries = 0;
    for (Py_ssize_t text = 0; text < texts; text++) {
        Py_ssize_t count = 0;
        for (int64_t at = bounds[text]; at < bounds[text + 1]; at++) {
            uint64_t hash = buffer[at] + UINT64_C(1);
            for (int length = 2; length <= LONGEST_SEQUENCE && at + length <= bounds[text + 1]; length++) {
                uint32_t code = buffer[at + length - 1];
                hash = hash * BASE + (code + UINT64_C(1));
                if (length == 2 && code == ' ' && buffer[at] == ' ')
                    break; /* no word lies between */
                uint64_t mixed = hash + (uint64_t)length;
                mixed = (mixed ^ (mixed >> 31)) * UINT64_C(0xBF58476D1CE4E5B9);
                rows[count++] = (int32_t)(mixed >> (64 - BUCKET_BITS));
                if (code == ' ')
                    break; /* the word ends */
            }
        }
        entry_bounds[text] = entries;
        int32_t *ordered = sorted(rows, other, count);
        for (Py_ssize_t at = 0, end; at < count; at = end) {
            for (end = at + 1; end < count && ordered[end] == ordered[at];)
                end++;
            buckets[entries] = ordered[at];
            counts[entries++] = (float)(end - at);
        }
    }
    entry_bounds[texts] = entries;
    return entries;
}

static PyObject *characters(PyObject *module, PyObject *arguments)
{
    enum { BUFFER, BOUNDS, ENTRY_BOUNDS, BUCKETS, COUNTS, ALL };
    Py_buffer given[ALL];
    if (!PyArg_ParseTuple(arguments, "y*y*w*w*w*:characters", &given[BUFFER], &given[BOUNDS], &given[ENTRY_BOUNDS],
                          &given[BUCKETS], &given[COUNTS]))
        return NULL;
    Py_ssize_t texts = given[BOUNDS].len / 8 - 1, codes = given[BUFFER].len / 4, entries = -1, longest = 0;
    const int64_t *bounds = given[BOUNDS].buf;
    const Py_ssize_t most = LONGEST_SEQUENCE - 1; /* sequences that begin at one character */
    int fits = given[ENTRY_BOUNDS].len == (texts + 1) * 8 && given[BUCKETS].len / 4 / most >= codes &&
               given[COUNTS].len == given[BUCKETS].len && are_ascending(bounds, texts, codes);
    for (Py_ssize_t text = 0; text < texts && fits; text++) {
        Py_ssize_t size = (Py_ssize_t)(bounds[text + 1] - bounds[text]);
        longest = size > longest ? size : longest;
    }
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    } else {
        size_t room = (size_t)longest * (size_t)most + 1;
        int32_t *rows = longest < PY_SSIZE_T_MAX / (4 * LONGEST_SEQUENCE * 2) ? malloc(2 * room * sizeof *rows) : NULL;
        if (rows) {
            Py_BEGIN_ALLOW_THREADS
            entries = count_characters(given[BUFFER].buf, bounds, texts, rows, rows + room, given[ENTRY_BOUNDS].buf,
                                       given[BUCKETS].buf, given[COUNTS].buf);
            Py_END_ALLOW_THREADS
        } else {
            PyErr_NoMemory();
        }
        free(rows);
    }
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return entries < 0 ? NULL : PyLong_FromSsize_t(entries);
}

static int set_up(PyObject *module)
{
    return PyModule_AddIntConstant(module, "VERSION", VERSION);
}

static PyMethodDef functions[] = {
    {"characters", characters, METH_VARARGS, "Count the character sequences of texts; return the number of entries."},
    {"extract", extract, METH_VARARGS, "Extract the features of tokenized texts; return the number of entries."},
    {"weigh", weigh, METH_VARARGS, "Add up the weights of each text's words and bigrams."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, set_up}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_features", "Compiled extraction of features.", 0, functions, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__features(void)
{
    return PyModuleDef_Init(&definition);
}
