using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Tests.Parametric;

/// <summary>One kernel of the corpus with its accesses.</summary>
internal sealed record CorpusExtraction(string Path, KernelTask Task, Extraction Extraction, IReadOnlyList<string> ParameterNames)
{
    public static IEnumerable<string> Paths => Directory.EnumerateDirectories(Repository.PathOf("corpus"))
        .Select(folder => System.IO.Path.Combine(folder, "accept")).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.c"))
        .Select(file => System.IO.Path.GetRelativePath(Repository.PathOf("corpus"), file))
        .Order(StringComparer.Ordinal);

    public static CorpusExtraction? Read(string path, KernelTask task)
    {
        var tree = FrontEndForTests.ParseWithLibrary(Fixture.Read($"corpus/{path}").Source).Value;
        return AccessExtraction.Of(tree, task.EntryPoint) is { } extraction
            ? new(path, task, extraction, [.. tree.Definition(task.EntryPoint)!.Parameters.Select(parameter => parameter.Name)])
            : null;
    }

    public static KernelTask TaskOf(string name) => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;
}
