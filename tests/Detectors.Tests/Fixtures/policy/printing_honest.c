// printf("a")
#define DEBUG(x) printf(x)
struct output { int printf; };
static void print(const char *text) { (void)text; }
void kernel(double *c)
{
    int puts = 1;
    struct output output = { 2 };
    print("printf(c)");
    c[0] = puts + output.printf;
}
