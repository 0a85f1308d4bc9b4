static int next(void)
{
    static int number = 0;
    number = number + 1; //~ race
    return number;       //~ race
}
int main(void)
{
#pragma omp parallel
    next();
    return 0;
}
