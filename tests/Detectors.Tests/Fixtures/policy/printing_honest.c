// printf("a")
#define DEBUG(x) printf(x) //= HV1106
struct output { int printf; }; //= HV1106
static void print(const char *text) { (void)text; } //= HV1106
void kernel(double *c)
{
    int puts = 1; //= HV1106
    struct output output = { 2 };
    print("printf(c)");
    c[0] = puts + output.printf;
}
