void kernel(const double *pixels, double *mean, int count)
{
    double red = 0.0, green = 0.0, blue = 0.0;
    for (int i = 0; i < count; i++) {
        red += pixels[3 * i];
        green += pixels[3 * i + 1];
        blue += pixels[3 * i + 2];
    }
    mean[0] = red / count;
    mean[1] = green / count;
    mean[2] = blue / count;
}
