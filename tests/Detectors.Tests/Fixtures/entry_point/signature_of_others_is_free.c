struct plan { int matmul; }; //= HV1001
static float matmul_row(float *x) { return x[0]; } //= HV1001
static int local(void) { float matmul = 1; return (int)matmul; } //= HV1001
int driver(struct plan p) { return p.matmul + local() + (int)matmul_row((float[]){1}); }
