#pragma once
#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// A parse in memory of its own, given back as a whole, that gives up on documents that nest too deep or whose tags have
// too many attributes. The parser looks at all that is open for each tag, and at all of a tag's attributes for each of
// them: with a flood of either it takes time in the square of the document's length.

enum {
    // Pieces are multiples of it; up to so many of it they are used again.
    CGUMBO_GRAIN = 16,
    CGUMBO_KINDS = 64,
    // Pieces between two looks at the depth.
    CGUMBO_LOOK = 256,
    // A tag with more attributes is given up on.
    CGUMBO_WIDTH = 512,
    // Memory is taken in blocks up to this size.
    CGUMBO_BLOCK = 1 << 22,
};

typedef struct cgumbo_block {
    struct cgumbo_block *next;
    char *end;
} cgumbo_block;

typedef struct cgumbo_parse {
    GumboOptions options;
    jmp_buf out;
    unsigned depth;
    cgumbo_block *blocks;
    char *place;
    // Pieces given back, by size.
    void *spare[CGUMBO_KINDS];
    // The first piece the parser asks for is the one it answers with.
    GumboOutput *output;
    unsigned asked;
    size_t last;
} cgumbo_parse;

// How many elements are in each other below one, where the parser works: down the last children, and down what stands
// before a table, where misplaced content of the table goes.
static inline unsigned cgumbo_depth(const GumboNode *node, unsigned depth, int *steps) {
    unsigned deepest = depth;
    while (--*steps > 0) {
        const GumboVector *children = &node->v.element.children;
        const GumboNode *last = children->length ? (const GumboNode *)children->data[children->length - 1] : NULL;
        if (!last || (last->type != GUMBO_NODE_ELEMENT && last->type != GUMBO_NODE_TEMPLATE)) break;
        depth += 1;
        if (depth > deepest) deepest = depth;
        if (last->v.element.tag == GUMBO_TAG_TABLE && children->length > 1) {
            const GumboNode *before = (const GumboNode *)children->data[children->length - 2];
            if (before->type == GUMBO_NODE_ELEMENT) {
                unsigned there = cgumbo_depth(before, depth, steps);
                if (there > deepest) deepest = there;
            }
        }
        node = last;
    }
    return deepest;
}

static inline void cgumbo_grow(cgumbo_parse *parse, size_t room) {
    cgumbo_block *block = (cgumbo_block *)malloc(sizeof(cgumbo_block) + room);
    if (!block) abort();
    block->next = parse->blocks;
    parse->place = (char *)(block + 1);
    block->end = parse->place + room;
    parse->blocks = block;
}

static inline void *cgumbo_allocate(void *context, size_t size) {
    cgumbo_parse *parse = (cgumbo_parse *)context;
    if (++parse->asked % CGUMBO_LOOK == 0 && parse->output->root) {
        int steps = 4096;
        // The deepest may be one that is closed at once, and so never open.
        if (cgumbo_depth(parse->output->root, 0, &steps) > parse->depth + 1) longjmp(parse->out, 1);
    }
    parse->last = size;
    size_t kind = (size + CGUMBO_GRAIN - 1) / CGUMBO_GRAIN;
    size_t *piece;
    if (kind < CGUMBO_KINDS && parse->spare[kind]) {
        piece = (size_t *)parse->spare[kind] - 1;
        parse->spare[kind] = *(void **)(piece + 1);
    } else {
        size_t length = sizeof(size_t) + (kind ? kind : 1) * CGUMBO_GRAIN;
        if (length > (size_t)(parse->blocks->end - parse->place)) {
            size_t room = (size_t)(parse->blocks->end - (char *)parse->blocks) * 2;
            if (room > CGUMBO_BLOCK) room = CGUMBO_BLOCK;
            cgumbo_grow(parse, length > room ? length : room);
        }
        piece = (size_t *)parse->place;
        parse->place += length;
    }
    *piece = size;
    if (!parse->output) parse->output = (GumboOutput *)memset(piece + 1, 0, size);
    return piece + 1;
}

static inline void cgumbo_deallocate(void *context, void *pointer) {
    cgumbo_parse *parse = (cgumbo_parse *)context;
    if (!pointer) return;
    size_t size = ((size_t *)pointer)[-1];
    if (size == CGUMBO_WIDTH * sizeof(void *) && parse->last == 2 * size) {
        // A full list has moved to one twice as long. Is it of attributes? An address has zeros in it, a text has none.
        char *first = *(char **)pointer;
        for (cgumbo_block *block = parse->blocks; block; block = block->next) {
            if (first <= (char *)block || first >= block->end) continue;
            if (((size_t *)first)[-1] == sizeof(GumboAttribute)) longjmp(parse->out, 1);
        }
    }
    size_t kind = (size + CGUMBO_GRAIN - 1) / CGUMBO_GRAIN;
    if (kind == 0 || kind >= CGUMBO_KINDS) return;
    *(void **)pointer = parse->spare[kind];
    parse->spare[kind] = pointer;
}

// Parses a document.
//
// - depth: elements in each other that may be open; with more the output is null.
//
// Give back what it answers with cgumbo_end; the output points into it and into the bytes.
__attribute__((noinline)) static cgumbo_parse *cgumbo_begin(const char *bytes, size_t length, unsigned depth) {
    cgumbo_parse *parse = (cgumbo_parse *)calloc(1, sizeof(cgumbo_parse));
    if (!parse) abort();
    cgumbo_grow(parse, 16384);
    parse->depth = depth;
    parse->options = kGumboDefaultOptions;
    parse->options.allocator = cgumbo_allocate;
    parse->options.deallocator = cgumbo_deallocate;
    parse->options.userdata = parse;
    parse->options.max_errors = 0;
    if (_setjmp(parse->out) == 0) {
        gumbo_parse_with_options(&parse->options, bytes, length);
    } else {
        parse->output = NULL;
    }
    return parse;
}

static inline void cgumbo_end(cgumbo_parse *parse) {
    while (parse->blocks) {
        cgumbo_block *next = parse->blocks->next;
        free(parse->blocks);
        parse->blocks = next;
    }
    free(parse);
}
