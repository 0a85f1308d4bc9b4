/* extern double golden[]; */
double sqrt(double); //= HV1109
extern void *aligned_alloc(unsigned long, unsigned long); //= HV1109
int omp_get_num_threads(void);
static double later(double); //= HV1109
void never_used(int); //= HV1109
extern const double table[2]; //= HV1109
const double table[2] = { 1, 2 };
void kernel(double *c)
{
    double (*root)(double) = sqrt;
    c[0] = root(2) + later(table[1]) + omp_get_num_threads() + (aligned_alloc(64, 64) != 0);
}
static double later(double x) { return x; }
