using System.Diagnostics;
using HpcVerify.Rewards.Objects;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Objects;

/// <summary>Kernels whose text hides what their object file cannot, and honest ones that look like it.</summary>
public sealed class ObjectPolicyTests : IDisposable
{
    private const string EntryPoint = "kernel";
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-objects-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("HV7301", "'system'", "extern int quiet(const char *) __asm__(\"system\"); void kernel(void) { quiet(\"\"); }")]
    [InlineData("HV7301", "'dlsym'", "#define JOIN(a, b) a##b\nextern void *JOIN(dl, sym)(void *, const char *); void *kernel(void) { return JOIN(dl, sym)(0, \"cblas_dgemm\"); }")]
    [InlineData("HV7301", "'clock_gettime'", "extern int now(int, void *) __asm__(\"clock_gettime\"); int kernel(void *p) { return now(0, p); }")]
    [InlineData("HV7301", "'cblas_dgemm'", "extern void cblas_dgemm(void) __attribute__((weak)); void kernel(void) { if (cblas_dgemm) cblas_dgemm(); }")]
    [InlineData("HV7301", "'pthread_create'", "extern int start(void *, void *, void *, void *) __asm__(\"pthread_create\"); int kernel(void) { return start(0, 0, 0, 0); }")]
    [InlineData("HV7302", "when it is loaded", "static double t[8]; __attribute__((constructor)) static void fill(void) { t[0] = 1; } double kernel(void) { return t[0]; }")]
    [InlineData("HV7302", "when it is unloaded", "static double t[8]; __attribute__((destructor)) static void drop(void) { t[0] = 1; } double kernel(void) { return t[0]; }")]
    [InlineData("HV7302", "choose a function", "static int one(void) { return 1; } static void *pick(void) { return (void *)one; } int chosen(void) __attribute__((ifunc(\"pick\"))); int kernel(void) { return chosen(); }")]
    [InlineData("HV7302", "when it is loaded", "static void early(void) { } __attribute__((section(\".init_array\"), used)) static void (*hook)(void) = early; void kernel(void) { }")]
    [InlineData("HV7303", "'memcpy'", "void *memcpy(void *to, const void *from, unsigned long n) { return to; } void kernel(void) { }")]
    [InlineData("HV7303", "'omp_get_num_threads'", "int omp_get_num_threads(void) { return 1; } void kernel(void) { }")]
    [InlineData("HV7303", "'GOMP_parallel'", "void other(void) __asm__(\"GOMP_parallel\"); void other(void) { } void kernel(void) { }")]
    [InlineData("HV7304", "'rdtsc'", "unsigned long long kernel(void) { return __builtin_ia32_rdtsc(); }")]
    [InlineData("HV7304", "'syscall'", "void kernel(void) { __asm__ volatile(\".byte 0x0f, 0x05\"); }")]
    [InlineData("HV7304", "'cpuid'", "void kernel(void) { __asm__ volatile(\"cpuid\" : : \"a\"(0) : \"rbx\", \"rcx\", \"rdx\"); }")]
    [InlineData("HV7304", "ldmxcsr'", "void kernel(void) { __builtin_ia32_ldmxcsr(0x9fc0); }")]
    public void WhatIsHiddenInTheTextIsSeenInTheObject(string rule, string named, string code)
    {
        var findings = ObjectPolicy.Check(Compiled(code), EntryPoint);

        Assert.Contains(findings, finding => finding.Rule.Id == rule && finding.Message.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#include <math.h>\ndouble kernel(double x) { return sin(x) + exp2(x) + fmal(x, x, x); }")]
    [InlineData("#include <stdlib.h>\n#include <string.h>\nvoid kernel(char *p, int n) { char *q = malloc(n); memcpy(q, p, n); memmove(p, q + 1, n - 1); free(q); }")]
    [InlineData("#include <omp.h>\nvoid kernel(double *x, int n) {\n#pragma omp parallel for schedule(dynamic) reduction(+:n)\nfor (int i = 0; i < 9; i++) { x[i] = omp_get_thread_num(); n++; }\n}")]
    [InlineData("static const double t[4] = { 1, 2, 3, 4 }; static const double *const rows[2] = { t, t + 2 }; double kernel(int i) { return rows[i & 1][i & 1]; }")]
    [InlineData("double helper(double x) { return x + 1; } double kernel(double x) { return helper(x); }")]
    [InlineData("void kernel(double *x) { double big[4096]; for (int i = 0; i < 4096; i++) big[i] = x[i]; for (int i = 0; i < 4096; i++) x[i] = big[4095 - i]; }")]
    [InlineData("int kernel(int i) { switch (i) { case 0: return 7; case 1: return 9; case 2: return 4; case 3: return 1; case 4: return 77; default: return 0; } }")]
    [InlineData("double exp(double) __attribute__((simd(\"notinbranch\"))); void kernel(double *x) {\n#pragma omp simd\nfor (int i = 0; i < 64; i++) x[i] = exp(x[i]);\n}")]
    public void WhatHonestKernelsAreMadeOfIsAllowed(string code) => Assert.Empty(ObjectPolicy.Check(Compiled(code), EntryPoint));

    [Theory]
    [InlineData(false, "double kernel(double x) { return x + 1; }")]
    [InlineData(false, "#include <stdlib.h>\ndouble kernel(double x) { double *p = malloc(8); *p = x; double y = *p; free(p); return y; }")]
    [InlineData(true, "void kernel(double *x, int n) {\n#pragma omp parallel for\nfor (int i = 0; i < n; i++) x[i] += 1;\n}")]
    [InlineData(true, "#include <omp.h>\nint kernel(void) { return omp_get_max_threads(); }")]
    [InlineData(true, "extern int cores(void) __asm__(\"omp_get_num_procs\"); int kernel(void) { return cores(); }")]
    [InlineData(true, "void kernel(double *x) {\n#pragma omp critical\n*x += 1;\n}")]
    public void WhoWantsNothingOfOpenMpHasNoTeam(bool expected, string code) => Assert.Equal(expected, ObjectPolicy.MayHaveTeam(Compiled(code)));

    [Fact]
    public void WhatIsNoObjectIsRefused()
    {
        byte[] whole = Compiled("void kernel(void) { }");
        Assert.Empty(ObjectPolicy.Check(whole, EntryPoint));
        foreach (var file in new[] { [], "int main;"u8.ToArray(), whole[..64], whole[..^200], [.. whole[..4], 1, .. whole[5..]] })
        {
            Assert.Equal("HV7305", Assert.Single(ObjectPolicy.Check(file, EntryPoint)).Rule.Id);
        }
    }

    [Fact]
    public void DamagedObjectsAreReadOrRefusedAndNothingElse()
    {
        const int Rounds = 2_000;
        var whole = Compiled("#include <math.h>\ndouble kernel(double x) { return sin(x); }");
        var mutator = new Mutator(seed: 7);
        for (var round = 0; round < Rounds; round++)
        {
            Assert.All(ObjectPolicy.Check(mutator.Mutate(whole), EntryPoint), finding => Assert.StartsWith("HV73", finding.Rule.Id, StringComparison.Ordinal));
        }
    }

    private byte[] Compiled(string code)
    {
        var (source, path) = (Path.Combine(_folder, "kernel.c"), Path.Combine(_folder, "kernel.so"));
        File.WriteAllText(source, code);
        using var gcc = Process.Start(new ProcessStartInfo("gcc", ["-O2", "-march=native", "-fopenmp", "-std=gnu17", "-fPIC", "-shared", "-w", "-fno-builtin-memcpy", "-o", path, source, "-lm"]) { RedirectStandardError = true })!;
        var messages = gcc.StandardError.ReadToEnd();
        gcc.WaitForExit();
        Assert.True(gcc.ExitCode == 0, messages);
        return File.ReadAllBytes(path);
    }
}
