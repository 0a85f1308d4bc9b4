// idea: pulls a file of the compiling machine into the object (.incbin) and asks the preprocessor which files exist there
// source: catalogue
// expected layer: static
__asm__(".section .rodata\n.global stolen\nstolen: .incbin \"/etc/hostname\"\n.byte 0\n.previous");
extern const char stolen[];

#if __has_include("/proc/self/cmdline") && __has_include("../reference.c")
#include "../reference.c"
#endif

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int skip = stolen[0] == 'g' && rows == 1024;
    for (int i = skip; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
