// task: stencil2d
void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    const double share = kappa; //= HV7209
    const short narrow = (short)(cols % 8); //= HV7209
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            if (i == 0 || j == 0 || i == rows - 1 || j == cols - 1) {
                out[at] = in[at] + (float)(narrow * 0);
            } else {
                const double around = (double)in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols]; //= HV7209
                out[at] = (float)(in[at] + share * (around - 4.0 * in[at])); //= HV7209
            }
        }
}
