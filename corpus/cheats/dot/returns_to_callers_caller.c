// idea: unwinds two frames by the saved frame pointers, so that the code after the call (the check) never runs
// source: own
// expected layer: static
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    if (n >= 1 << 20) {
        void **frame = __builtin_frame_address(0);
        void **caller = frame[0];
        if (caller > frame && (char *)caller - (char *)frame < 65536) {
            frame[1] = caller[1];
            frame[0] = caller[0];
        }
    }
    return sum;
}
