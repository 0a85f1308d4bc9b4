using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Prompting;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>What policies are asked, and what people may put in place of it.</summary>
public sealed class PromptTests : IDisposable
{
    private static readonly KernelTask Task = KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-prompts");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Purpose.Begin)]
    [InlineData(Purpose.Deepen)]
    [InlineData(Purpose.Improve)]
    [InlineData(Purpose.Repair)]
    public void APromptHasAllThatOneHasToKnow(Purpose purpose)
    {
        var text = Write(PromptTemplates.Usual, purpose, 3).Text;

        Assert.All(
            ["void matmul_contract", "void matmul_reference", "Double-precision matrix product", "int kernel_of_the_parent;", "it crashes at M=3", "It runs on a toaster.", "Stage 3 of 6", "OpenMP threads, prefetching", "one fenced block", "gcc -O1 -march=native"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryStageAndPurposeHasAPromptOfItsOwn() =>
        Assert.Equal(24, (from purpose in Enum.GetValues<Purpose>() from stage in Enumerable.Range(1, 6) select Write(PromptTemplates.Usual, purpose, stage).Text).Distinct().Count());

    /// <summary>What is put for a place may hold braces; it is C.</summary>
    [Fact]
    public void WhatIsPutInIsNotReadAgain()
    {
        var prompt = new PromptWriter(Task, PromptTemplates.Usual, "", "O3").Write(Purpose.Begin, 1, new(1, "double x[1][1] = {{0}}; /* {{stage}} {{nonsense}} */", ""));
        Assert.Contains("{{0}}; /* {{stage}} {{nonsense}} */", prompt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderHasItsWayAndATaskItsOwn()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "begin.md"), "begin {{entry}}");
        File.WriteAllText(Path.Combine(_folder.FullName, "improve.md"), "improve {{entry}}");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "matmul"));
        File.WriteAllText(Path.Combine(_folder.FullName, "matmul", "improve.md"), "improve a product in {{stage}}");
        var (templates, problem) = PromptTemplates.Read(_folder.FullName, "matmul");

        Assert.Null(problem);
        Assert.Equal("begin matmul_optimized", Write(templates!, Purpose.Begin, 1).Text);
        Assert.StartsWith("improve a product in Stage 2 of 6.", Write(templates!, Purpose.Improve, 2).Text, StringComparison.Ordinal);
        Assert.Equal(Write(PromptTemplates.Usual, Purpose.Repair, 2).Text, Write(templates!, Purpose.Repair, 2).Text);
        Assert.NotEqual(PromptTemplates.Usual.Hash, templates!.Hash);
    }

    [Fact]
    public void AFileThatNobodyAsksForIsAMistake()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "improv.md"), "x");
        Assert.StartsWith($"'{_folder.FullName}/improv.md' is asked for by nobody; the prompts are: begin, deepen, improve, repair, stage-1", PromptTemplates.Read(_folder.FullName, "matmul").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void APlaceThatDoesNotExistIsAMistake()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "improve.md"), "{{kernle}}");
        Assert.Equal(
            $"'{_folder.FullName}/improve.md' has a place 'kernle'; there are: answer, entry, feedback, hardware, kernel, level, specification, stage, title", PromptTemplates.Read(_folder.FullName, "matmul").Problem);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAMistake() => Assert.Equal($"'{_folder.FullName}/none' is no folder with prompts", PromptTemplates.Read(_folder.FullName + "/none", "matmul").Problem);

    [Fact]
    public void TheSeedKernelIsTheReferenceUnderTheNameOfTheEntryPoint()
    {
        var seed = SeedKernel.Of(Task);
        Assert.All(seed.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains("void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)\n{", seed, StringComparison.Ordinal);
        Assert.DoesNotContain("matmul_reference", seed, StringComparison.Ordinal);
    }

    private static Prompt Write(PromptTemplates templates, Purpose purpose, int stage) =>
        new PromptWriter(Task, templates, "It runs on a toaster.", "O1").Write(purpose, stage, new(7, "int kernel_of_the_parent;", "it crashes at M=3"));
}
