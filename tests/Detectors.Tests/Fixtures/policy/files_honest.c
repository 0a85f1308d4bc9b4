/* fopen("x", "r") */
#define LOG(x) fprintf(stderr, x)
struct port { double read, write; };
static double open(double x) { return x; }
void kernel(double *c)
{
    struct port port = { 1, 2 };
    double mmap = port.read;
    c[0] = mmap + open(port.write) + sizeof("fopen");
}
