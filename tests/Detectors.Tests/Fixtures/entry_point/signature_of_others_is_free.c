struct plan { int matmul; };
static float matmul_row(float *x) { return x[0]; }
static int local(void) { float matmul = 1; return (int)matmul; }
int driver(struct plan p) { return p.matmul + local() + (int)matmul_row((float[]){1}); }
