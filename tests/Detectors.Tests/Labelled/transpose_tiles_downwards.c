void kernel(const float *in, float *out, int n)
{
    for (int i_top = n; i_top > 0; i_top -= 32)
        for (int j_top = n; j_top > 0; j_top -= 32) {
            const int i_low = i_top > 32 ? i_top - 32 : 0;
            const int j_low = j_top > 32 ? j_top - 32 : 0;
            for (int i = i_top - 1; i >= i_low; i--)
                for (int j = j_top - 1; j >= j_low; j--)
                    out[j * n + i] = in[i * n + j];
        }
}
