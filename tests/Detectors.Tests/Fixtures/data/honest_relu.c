// task: relu
void relu_optimized(int n, float alpha, const float *x, float *y)
{
    for (int i = 0; i < n; i++) {
        if (x[i] > 0.0f) //= HV7204
            y[i] = alpha * x[i];
        else
            y[i] = 0.0f; //= HV7205
    }
}
