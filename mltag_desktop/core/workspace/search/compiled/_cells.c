/* Cut, fold, sort and compare the cells of a column: the compiled twin of the Python code in column_sort.py and
 * cell_numbers.py.
 *
 * `cells.py` allocates the arrays; tests/core/workspace/search/test_compiled_cells.py compares both ways.
 */
#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GNUC__
#define PREFETCH(address) __builtin_prefetch(address)
#else
#define PREFETCH(address) (void)(address)
#endif

#define VERSION 4 /* as in cells.py: raise both when arguments or results change */
#define MISFIT "the arrays do not fit together"
#define PADDING 8 /* bytes after the last cell that may be read */
#define BYTES 7 /* of a cell in one key */
#define PAIRS (1 << 16) /* of two bytes */
#define FEW 12 /* items that are sorted by insertion */
#define AHEAD 32 /* items that are prefetched */
#define NEAR 8 /* the same where each takes longer */
enum { FOUND, TO_PARSE, TO_FOLD, TO_UNQUOTE }; /* what is left to do for a cell; as in cells.py */

typedef unsigned char Byte;

static inline int is_break(Byte byte) { return byte == '\n' || byte == '\r'; }

static inline int is_space(Byte byte) { return byte == ' ' || (byte >= 9 && byte <= 13) || (byte >= 28 && byte <= 31); }

static inline const Byte *find(const Byte *from, const Byte *end, int byte)
{
    return from < end ? memchr(from, byte, end - from) : NULL;
}

/* Find a cell of the record from `at` to `end`; its quotes may be doubled (TO_UNQUOTE). The record has to be parsed if
 * it has another number of cells, a line end outside quotes, or quotes that are not around a whole cell. `quote` is -1
 * for none. */
static int find_cell(const Byte *at, const Byte *end, int delimiter, int quote, Py_ssize_t column, Py_ssize_t width,
                     const Byte **start, const Byte **stop)
{
    int left = FOUND;
    while (end > at && is_break(end[-1]))
        end--;
    int is_plain = !find(at, end, '\n') && !find(at, end, '\r') && (quote < 0 || !find(at, end, quote));
    for (Py_ssize_t cell = 0; cell < width; cell++, at++) {
        const Byte *first = at, *last;
        if (at < end && *at == quote) {
            for (first = ++at;; at += 2) {
                at = find(at, end, quote);
                if (!at)
                    return TO_PARSE;
                if (at + 1 == end || at[1] != quote)
                    break;
                left = cell == column ? TO_UNQUOTE : left;
            }
            last = at++;
            if (at < end && *at != delimiter)
                return TO_PARSE;
        } else {
            const Byte *next = find(at, end, delimiter);
            at = last = next ? next : end;
            for (const Byte *each = first; each < last && !is_plain; each++)
                if (*each == quote || is_break(*each))
                    return TO_PARSE;
        }
        if (cell == column) {
            *start = first;
            *stop = last;
        }
        if (at == end)
            return cell == width - 1 ? left : TO_PARSE;
    }
    return TO_PARSE;
}

static PyObject *cut(PyObject *module, PyObject *arguments)
{
    enum { JOINED, STARTS, STOPS, LEFT, ALL };
    Py_buffer given[ALL];
    Py_ssize_t column, width;
    int delimiter, quote;
    if (!PyArg_ParseTuple(arguments, "y*w*w*w*iinn:cut", &given[JOINED], &given[STARTS], &given[STOPS], &given[LEFT],
                          &delimiter, &quote, &column, &width))
        return NULL;
    const Byte *joined = given[JOINED].buf, *start, *stop;
    int64_t *starts = given[STARTS].buf, *stops = given[STOPS].buf;
    Byte *left = given[LEFT].buf;
    Py_ssize_t count = given[LEFT].len;
    int fits = given[STARTS].len == count * 8 && given[STOPS].len == count * 8 && 0 <= column && column < width;
    start = stop = joined;
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t at = 0; at < count && fits; at++) {
        fits = 0 <= starts[at] && starts[at] <= stops[at] && stops[at] <= given[JOINED].len;
        if (fits)
            left[at] = find_cell(joined + starts[at], joined + stops[at], delimiter, quote, column, width, &start, &stop);
        if (fits && left[at] != TO_PARSE) {
            starts[at] = start - joined;
            stops[at] = stop - joined;
        }
    }
    Py_END_ALLOW_THREADS
    if (!fits)
        PyErr_SetString(PyExc_ValueError, MISFIT);
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return fits ? Py_NewRef(Py_None) : NULL;
}

/* Copy a text with ASCII letters in lower case; return all of its bytes combined by "or". */
static Byte lower(const Byte *restrict text, Py_ssize_t size, Byte *restrict lowered)
{
    Byte all = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        all |= text[at];
        lowered[at] = text[at] + (((Byte)(text[at] - 'A') < 26) << 5);
    }
    return all;
}

/* Fold a UTF-8 text without changing its length; return 0 if that is not possible. `folds` has two bytes for each
 * character below U+10000: what a character below U+0800 folds to, 1 for others that stay as they are, else 0. */
static int fold(const Byte *text, Py_ssize_t size, const Byte *folds, Byte *folded)
{
    for (Py_ssize_t at = 0, bytes; at < size; at += bytes) {
        Byte lead = text[at];
        bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (bytes > size - at)
            return 0;
        uint32_t code = bytes == 1 ? lead : lead & (0xFF >> (bytes + 1));
        for (Py_ssize_t more = 1; more < bytes; more++) {
            if ((text[at + more] & 0xC0) != 0x80)
                return 0;
            code = code << 6 | (text[at + more] & 0x3F);
        }
        memcpy(folded + at, text + at, bytes);
        if (bytes == 1) {
            folded[at] += (Byte)(lead - 'A') < 26 ? 32 : 0;
        } else if (bytes == 2) {
            if (lead < 0xC2 || !folds[2 * code])
                return 0;
            memcpy(folded + at, folds + 2 * code, 2);
        } else if (bytes == 3 ? code < 0x800 || !folds[2 * code] : lead > 0xF4 || code < 0x1F000 || code > 0x10FFFF) {
            return 0; /* no character above has another case */
        }
    }
    return 1;
}

static PyObject *copy(PyObject *module, PyObject *arguments)
{
    enum { JOINED, STARTS, STOPS, LEFT, FOLDS, CONTENT, ALL };
    Py_buffer given[ALL];
    Py_ssize_t size;
    if (!PyArg_ParseTuple(arguments, "y*w*w*w*y*w*n:copy", &given[JOINED], &given[STARTS], &given[STOPS], &given[LEFT],
                          &given[FOLDS], &given[CONTENT], &size))
        return NULL;
    int64_t *starts = given[STARTS].buf, *stops = given[STOPS].buf;
    Byte *left = given[LEFT].buf, *content = given[CONTENT].buf;
    const Byte *folds = given[FOLDS].buf;
    Py_ssize_t count = given[LEFT].len;
    int fits = given[STARTS].len == count * 8 && given[STOPS].len == count * 8 && size >= 0 &&
               (given[FOLDS].len == 2 << 16 || !given[FOLDS].len);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t at = 0; at < count && fits; at++) {
        fits = 0 <= starts[at] && starts[at] <= stops[at] && stops[at] <= given[JOINED].len &&
               stops[at] - starts[at] <= given[CONTENT].len - size;
        if (!fits || left[at])
            continue;
        const Byte *from = (const Byte *)given[JOINED].buf + starts[at], *end = from + (stops[at] - starts[at]);
        while (from < end && is_space(*from))
            from++;
        while (from < end && is_space(end[-1]))
            end--;
        if (lower(from, end - from, content + size) >= 0x80 &&
            !(given[FOLDS].len && fold(from, end - from, folds, content + size))) {
            left[at] = TO_FOLD;
            continue;
        }
        starts[at] = size;
        stops[at] = size += end - from;
    }
    Py_END_ALLOW_THREADS
    if (!fits)
        PyErr_SetString(PyExc_ValueError, MISFIT);
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return fits ? PyLong_FromSsize_t(size) : NULL;
}

typedef struct {
    uint64_t key; /* 7 bytes, then the number of bytes left, at most 8: cells with equal keys of up to 7 are equal */
    uint32_t cell;
    uint32_t depth; /* bytes of the cell before the key */
} Item;

typedef struct {
    const Byte *content;
    const int64_t *starts;
    const uint32_t *sizes;
    Py_ssize_t limit, count; /* bytes that cells may have, number of cells */
} Cells;

static inline int is_inside(const Cells *all, uint32_t cell)
{
    return cell < all->count && 0 <= all->starts[cell] && all->starts[cell] <= all->limit &&
           all->sizes[cell] <= all->limit - all->starts[cell];
}

static inline uint64_t key_of(const Cells *all, uint32_t cell, uint32_t depth)
{
    uint32_t left = all->sizes[cell] - depth;
    const Byte *from = all->content + all->starts[cell] + depth;
    uint64_t key = (uint64_t)from[0] << 56 | (uint64_t)from[1] << 48 | (uint64_t)from[2] << 40 |
                   (uint64_t)from[3] << 32 | (uint64_t)from[4] << 24 | (uint64_t)from[5] << 16 |
                   (uint64_t)from[6] << 8 | (uint64_t)from[7];
    int unused = 8 * (left < BYTES ? 8 - (int)left : 1);
    key = unused < 64 ? key >> unused << unused : 0;
    return key | (left > BYTES ? BYTES + 1 : left);
}

static void read_keys(const Cells *all, Item *items, Py_ssize_t count)
{
    for (Py_ssize_t each = 0; each < count; each++) {
        if (each + AHEAD < count)
            PREFETCH(all->content + all->starts[items[each + AHEAD].cell] + items[each].depth);
        items[each].key = key_of(all, items[each].cell, items[each].depth);
    }
}

/* Return how many bytes after `depth` are the same in all cells of a group. */
static uint32_t common_length(const Cells *all, const Item *group, Py_ssize_t size, uint32_t depth)
{
    const Byte *first = all->content + all->starts[group->cell] + depth;
    uint32_t common = all->sizes[group->cell] - depth;
    for (Py_ssize_t each = 1; each < size && common; each++) {
        if (each + NEAR < size)
            PREFETCH(all->content + all->starts[group[each + NEAR].cell] + depth);
        const Byte *other = all->content + all->starts[group[each].cell] + depth;
        uint32_t left = all->sizes[group[each].cell] - depth, at = 0;
        common = left < common ? left : common;
        while (common - at >= 8 && !memcmp(first + at, other + at, 8))
            at += 8;
        while (at < common && first[at] == other[at])
            at++;
        common = at;
    }
    return common;
}

/* Sort by key: insertion, then merging. */
static void sort_keys(Item *items, Item *spare, Py_ssize_t count)
{
    for (Py_ssize_t first = 0; first < count; first += FEW)
        for (Py_ssize_t each = first + 1; each < count && each < first + FEW; each++) {
            Item item = items[each];
            Py_ssize_t at = each;
            for (; at > first && items[at - 1].key > item.key; at--)
                items[at] = items[at - 1];
            items[at] = item;
        }
    Item *from = items, *to = spare;
    for (Py_ssize_t size = FEW; size < count; size *= 2) {
        for (Py_ssize_t first = 0; first < count; first += 2 * size) {
            const Item *left = from + first, *middle = count - first < size ? from + count : left + size;
            const Item *right = middle, *end = count - first < 2 * size ? from + count : left + 2 * size;
            Item *out = to + first;
            while (left < middle && right < end) {
                int is_right = right->key < left->key;
                *out++ = *(is_right ? right : left);
                right += is_right;
                left += !is_right;
            }
            memcpy(out, left, (middle - left) * sizeof(Item));
            memcpy(out + (middle - left), right, (end - right) * sizeof(Item));
        }
        Item *other = from;
        from = to;
        to = other;
    }
    if (from != items)
        memcpy(items, from, count * sizeof(Item));
}

/* Rank sorted items: the rank of a cell is the number of smaller cells, `smaller` before the items, plus 1. Cells with
 * equal keys are sorted by their next bytes; all cells after them have fewer bytes compared, so that the end of a
 * group can be seen. */
static void rank_items(const Cells *all, Item *items, Item *spare, Py_ssize_t count, uint32_t smaller, uint32_t *ranks)
{
    for (Py_ssize_t done = 0, size; done < count;) {
        Item *group = items + done;
        Py_ssize_t rest = count - done;
        if (rest > AHEAD)
            PREFETCH(all->content + all->starts[group[AHEAD].cell] + BYTES);
        for (size = 1; size < rest && group[size].key == group->key && group[size].depth == group->depth; size++)
            ;
        if (size == 1 || (group->key & 0xFF) <= BYTES) {
            for (Py_ssize_t each = 0; each < size; each++)
                ranks[group[each].cell] = smaller + (uint32_t)done + 1;
            done += size;
        } else {
            uint32_t depth = group->depth + BYTES;
            depth += common_length(all, group, size, depth);
            for (Py_ssize_t each = 0; each < size; each++)
                group[each].depth = depth;
            read_keys(all, group, size);
            sort_keys(group, spare, size);
        }
    }
}

/* Read the cells from Python's arrays; return 0 if these do not fit together. */
static int take(Cells *all, const Py_buffer *content, const Py_buffer *starts, const Py_buffer *sizes)
{
    *all = (Cells){content->buf, starts->buf, sizes->buf, content->len - PADDING, sizes->len / 4};
    return all->limit >= 0 && starts->len == all->count * 8 && sizes->len == all->count * 4 &&
           (uint64_t)all->count < UINT32_MAX;
}

static PyObject *distribute(PyObject *module, PyObject *arguments)
{
    enum { CONTENT, STARTS, SIZES, CELLS, ENDS, ALL };
    Py_buffer given[ALL];
    if (!PyArg_ParseTuple(arguments, "y*y*y*w*w*:distribute", &given[CONTENT], &given[STARTS], &given[SIZES],
                          &given[CELLS], &given[ENDS]))
        return NULL;
    Cells all;
    uint32_t *cells = given[CELLS].buf, *ends = given[ENDS].buf, before = 0;
    int fits = take(&all, &given[CONTENT], &given[STARTS], &given[SIZES]) && given[CELLS].len == all.count * 4 &&
               given[ENDS].len == PAIRS * 4;
    uint16_t *pairs = fits ? malloc(((size_t)all.count + 1) * sizeof *pairs) : NULL;
    int has_room = !!pairs;
    Py_BEGIN_ALLOW_THREADS
    memset(ends, 0, given[ENDS].len);
    for (uint32_t each = 0; has_room && fits && each < all.count; each++)
        if ((fits = is_inside(&all, each)))
            ends[pairs[each] = (uint16_t)(key_of(&all, each, 0) >> 48)]++;
    for (int pair = 0; has_room && fits && pair < PAIRS; pair++) {
        uint32_t size = ends[pair];
        ends[pair] = before;
        before += size;
    }
    for (uint32_t each = 0; has_room && fits && each < all.count; each++)
        cells[ends[pairs[each]]++] = each;
    Py_END_ALLOW_THREADS
    free(pairs);
    if (!fits)
        PyErr_SetString(PyExc_ValueError, MISFIT);
    else if (!has_room)
        PyErr_NoMemory();
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return fits && has_room ? Py_NewRef(Py_None) : NULL;
}

static PyObject *rank(PyObject *module, PyObject *arguments)
{
    enum { CONTENT, STARTS, SIZES, CELLS, ENDS, RANKS, ALL };
    Py_buffer given[ALL];
    int from, to;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*w*ii:rank", &given[CONTENT], &given[STARTS], &given[SIZES],
                          &given[CELLS], &given[ENDS], &given[RANKS], &from, &to))
        return NULL;
    Cells all;
    const uint32_t *cells = given[CELLS].buf, *ends = given[ENDS].buf;
    uint32_t *ranks = given[RANKS].buf;
    int fits = take(&all, &given[CONTENT], &given[STARTS], &given[SIZES]) && given[CELLS].len == all.count * 4 &&
               given[RANKS].len == all.count * 4 && given[ENDS].len == PAIRS * 4 && 0 <= from && to <= PAIRS;
    uint32_t start = fits && 0 < from && from < to ? ends[from - 1] : 0, first = start, largest = 0;
    for (int pair = from; fits && pair < to; first = ends[pair++]) {
        fits = first <= ends[pair] && ends[pair] <= all.count;
        largest = fits && ends[pair] - first > largest ? ends[pair] - first : largest;
    }
    Item *items = malloc(((size_t)largest + 1) * sizeof *items), *spare = malloc(((size_t)largest + 1) * sizeof *spare);
    int has_room = items && spare;
    Py_BEGIN_ALLOW_THREADS
    first = start;
    for (int pair = from; has_room && fits && pair < to; first = ends[pair++]) {
        uint32_t count = ends[pair] - first;
        for (uint32_t each = 0; each < count && fits; each++)
            if ((fits = is_inside(&all, cells[first + each])))
                items[each] = (Item){0, cells[first + each], 0};
        if (!fits || !count)
            continue;
        read_keys(&all, items, count);
        sort_keys(items, spare, count);
        rank_items(&all, items, spare, count, first, ranks);
    }
    Py_END_ALLOW_THREADS
    free(items);
    free(spare);
    if (!fits)
        PyErr_SetString(PyExc_ValueError, MISFIT);
    else if (!has_room)
        PyErr_NoMemory();
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return fits && has_room ? Py_NewRef(Py_None) : NULL;
}

static inline uint64_t hash_of(const Byte *text, int64_t size)
{
    uint64_t hash = (uint64_t)size, part = 0;
    for (int64_t at = 0; at < size; at += 8) {
        memcpy(&part, text + at, size - at < 8 ? size - at : 8);
        hash = (hash ^ part) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    hash *= UINT64_C(0x9E3779B97F4A7C15); /* the last bytes change the low bits, too */
    return hash ^ hash >> 32;
}

static PyObject *firsts(PyObject *module, PyObject *arguments)
{
    enum { JOINED, STARTS, STOPS, FIRSTS, ALL };
    Py_buffer given[ALL];
    if (!PyArg_ParseTuple(arguments, "y*y*y*w*:firsts", &given[JOINED], &given[STARTS], &given[STOPS], &given[FIRSTS]))
        return NULL;
    const Byte *joined = given[JOINED].buf;
    const int64_t *starts = given[STARTS].buf, *stops = given[STOPS].buf;
    int64_t *first = given[FIRSTS].buf, *slots = NULL; /* a hash table of cells, counted from 1 */
    Py_ssize_t count = given[FIRSTS].len / 8, room = 2;
    while (room < 2 * count)
        room *= 2;
    int fits = given[STARTS].len == count * 8 && given[STOPS].len == count * 8;
    for (Py_ssize_t at = 0; at < count && fits; at++)
        fits = 0 <= starts[at] && starts[at] <= stops[at] && stops[at] <= given[JOINED].len;
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    } else if (!(slots = calloc(room, sizeof *slots))) {
        PyErr_NoMemory();
    } else {
        Py_BEGIN_ALLOW_THREADS
        for (Py_ssize_t at = 0; at < count; at++) {
            const Byte *cell = joined + starts[at];
            int64_t size = stops[at] - starts[at];
            Py_ssize_t slot = hash_of(cell, size) & (room - 1);
            for (int64_t other; (other = slots[slot] - 1) >= 0; slot = (slot + 1) & (room - 1))
                if (stops[other] - starts[other] == size && !memcmp(joined + starts[other], cell, size))
                    break;
            if (!slots[slot])
                slots[slot] = at + 1;
            first[at] = slots[slot] - 1;
        }
        Py_END_ALLOW_THREADS
        free(slots);
    }
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return slots ? Py_NewRef(Py_None) : NULL;
}

static int set_up(PyObject *module) { return PyModule_AddIntConstant(module, "VERSION", VERSION); }

static PyMethodDef functions[] = {
    {"copy", copy, METH_VARARGS, "Copy stripped and folded cells; return where the copies end."},
    {"cut", cut, METH_VARARGS, "Find one cell of each record."},
    {"distribute", distribute, METH_VARARGS, "Order cells by their first two bytes."},
    {"firsts", firsts, METH_VARARGS, "Find the first cell with the same bytes as each."},
    {"rank", rank, METH_VARARGS, "Rank some of the distributed cells as Python sorts bytes."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, set_up}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_cells", "Compiled cutting and sorting of cells.", 0, functions, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__cells(void) { return PyModuleDef_Init(&definition); }
