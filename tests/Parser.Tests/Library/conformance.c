/* Runs each model and the real function on the same operands and compares every bit; two NaNs are equal.
   A function whose model rejects every operand counts as different. */
#include "conformance.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

extern int demand_failed;
extern const struct conformance_case real_cases[], model_cases[];
enum { TRIALS = 200, PARAMETERS = 64 };

static uint64_t state = 0x9e3779b97f4a7c15u;
static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * 0x2545f4914f6cdd1du >> 8 | state << 56;
}

static int only_corners;
static double next_double(void)
{
    static const double edges[] = {
        0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 0x1p-1074, -0x1p-1022, 0x1.fffffffffffffp1023,
        INFINITY, -INFINITY, NAN, 0x1p31, -0x1p31, -2147483648.5, 2147483647.5, 0x1p52, 0x1p52 - 0.5, 0x1p63, -0x1p63,
        0x1p53 + 2, 1e300, -1e300, 3, 7
    };
    /* Few enough that two lanes often meet in equal zeros of opposite sign, or in NaN. */
    static const double corners[] = { 0.0, -0.0, NAN, INFINITY, 1, -1 };
    uint64_t choice = next(), bits;
    double value;
    if (only_corners)
        return corners[(choice >> 8) % (sizeof corners / sizeof *corners)];
    switch (choice % 4) {
    case 0:
        return edges[(choice >> 8) % (sizeof edges / sizeof *edges)];
    case 1:
        bits = next();
        memcpy(&value, &bits, sizeof value);
        return value;
    default:
        return (double)(int64_t)next() / (choice & 4 ? 0x1p60 : 0x1p30);
    }
}

static float next_float(void)
{
    uint32_t bits = (uint32_t)next();
    float value;
    if (next() % 4 != 0)
        return (float)next_double();
    memcpy(&value, &bits, sizeof value);
    return value;
}

static uint32_t next_integer(void)
{
    static const uint32_t edges[] = { 0, 1, 2, 5, 31, 32, 33, 63, 64, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe };
    uint64_t choice = next();
    return choice % 2 == 0 ? (uint32_t)(choice >> 16) : edges[(choice >> 8) % (sizeof edges / sizeof *edges)];
}

static uint64_t next_word(char kind)
{
    uint64_t word = 0;
    double wide;
    float narrow[2];
    uint32_t integers[2];
    switch (kind) {
    case 'd':
        wide = next_double();
        memcpy(&word, &wide, sizeof word);
        return word;
    case 'f':
        narrow[0] = next_float();
        narrow[1] = next_float();
        memcpy(&word, narrow, sizeof word);
        return word;
    case 'x':
        return (next() % 32) << 32 | next() % 32;
    case 'X':
        return next() % 32;
    case 'h':
        return next() % 256;
    case 'n':
        return next() % 64;
    default:
        integers[0] = next_integer();
        integers[1] = next_integer();
        memcpy(&word, integers, sizeof word);
        return word;
    }
}

static void fill(unsigned char *target, int size, char kind)
{
    for (int at = 0; at < size; at += 8) {
        uint64_t word = next_word(kind);
        memcpy(target + at, &word, sizeof word);
    }
}

static int differs(const unsigned char *real, const unsigned char *model, int size, char kind)
{
    int width = kind == 'd' && size >= 8 ? 8 : kind == 'f' && size >= 4 ? 4 : 1;
    for (int at = 0; at < size; at += width) {
        double x = 0, y = 0;
        float u = 0, v = 0;
        if (memcmp(real + at, model + at, (size_t)width) == 0)
            continue;
        if (width == 8) {
            memcpy(&x, real + at, 8);
            memcpy(&y, model + at, 8);
        } else if (width == 4) {
            memcpy(&u, real + at, 4);
            memcpy(&v, model + at, 4);
        }
        if (!(isnan(x) && isnan(y)) && !(isnan(u) && isnan(v)))
            return 1;
    }
    return 0;
}

/* C17 F.2.1 says nothing of signaling NaNs, and fmin and fmax treat them in their own way: make them quiet. */
static void quiet(unsigned char *operand, char kind)
{
    double wide;
    float narrow;
    memcpy(&wide, operand, sizeof wide);
    memcpy(&narrow, operand, sizeof narrow);
    if (kind == 'd' && isnan(wide))
        operand[6] |= 0x08;
    if (kind == 'f' && isnan(narrow))
        operand[2] |= 0x40;
}

static int chooses_operand(const char *name)
{
    return strncmp(name, "fmin", 4) == 0 || strncmp(name, "fmax", 4) == 0;
}

/* fmin and fmax may choose either zero (C17 7.12.12): a sum with zero makes both positive. */
static void forget_sign_of_zero(const char *name, unsigned char *result, char kind)
{
    double wide;
    float narrow;
    if (!chooses_operand(name))
        return;
    if (kind == 'd') {
        memcpy(&wide, result, sizeof wide);
        wide += 0.0;
        memcpy(result, &wide, sizeof wide);
    } else {
        memcpy(&narrow, result, sizeof narrow);
        narrow += 0.0f;
        memcpy(result, &narrow, sizeof narrow);
    }
}

/* Only the sign of a comparison is specified (C17 7.24.4). */
static void forget_size(const char *name, unsigned char *result)
{
    int value;
    if (strcmp(name, "memcmp") != 0 && strcmp(name, "strcmp") != 0)
        return;
    memcpy(&value, result, sizeof value);
    value = (value > 0) - (value < 0);
    memcpy(result, &value, sizeof value);
}

/* Only whether a character is of a class is specified (C17 7.4.1). */
static void forget_bit(const char *name, unsigned char *result)
{
    int value;
    if (strncmp(name, "is", 2) != 0)
        return;
    memcpy(&value, result, sizeof value);
    value = value != 0;
    memcpy(result, &value, sizeof value);
}

static const char *compare(const struct conformance_case *real, const struct conformance_case *model)
{
    _Alignas(64) static unsigned char operands[PARAMETERS * SLOT], memory[MEMORY], real_memory[MEMORY],
        model_memory[MEMORY], real_result[SLOT], model_result[SLOT];
    int compared = 0, is_memory_used = strchr(real->kinds, 'p') != 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        demand_failed = 0;
        only_corners = trial % 4 == 0;
        for (int i = 0; real->kinds[i] != 0; i++)
            fill(operands + i * SLOT, SLOT, real->kinds[i]);
        for (int i = 0; real->kinds[i] != 0 && chooses_operand(real->name); i++)
            quiet(operands + i * SLOT, real->kinds[i]);
        if (is_memory_used) {
            fill(memory, MEMORY, "dfi"[trial % 3]);
            if (trial % 2 == 0)
                memcpy(memory + OBJECT, memory, 16); /* so that comparisons meet equal beginnings */
            memory[OBJECT - 1] = memory[MEMORY - 1] = 0;
            memcpy(real_memory, memory, MEMORY);
            memcpy(model_memory, memory, MEMORY);
        }
        memset(real_result, 0, SLOT);
        memset(model_result, 0, SLOT);
        real->run(operands, real_memory, real_result);
        model->run(operands, model_memory, model_result);
        if (demand_failed)
            continue;
        compared++;
        forget_sign_of_zero(real->name, real_result, real->result);
        forget_sign_of_zero(real->name, model_result, real->result);
        forget_size(real->name, real_result);
        forget_size(real->name, model_result);
        forget_bit(real->name, real_result);
        forget_bit(real->name, model_result);
        if (differs(real_result, model_result, real->size, real->result)
            || (is_memory_used && memcmp(real_memory, model_memory, MEMORY) != 0))
            return "differs";
    }
    return compared > 0 ? "conforms" : "differs";
}

int main(void)
{
    for (int i = 0; real_cases[i].name != 0; i++) {
        printf("%s ", real_cases[i].name);
        fflush(stdout); /* so that a crash leaves the name of the function that caused it */
        printf("%s\n", compare(&real_cases[i], &model_cases[i]));
    }
    return 0;
}
