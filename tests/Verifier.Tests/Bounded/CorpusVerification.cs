using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Bounded verification of one file against a task of the corpus: the only place where tests call it.</summary>
internal static class CorpusVerification
{
    public static bool HasEntry(string name, SourceText source)
    {
        var task = KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;
        return BoundedKernel.Of(FrontEndForTests.ParseWithLibrary(source).Value, task.EntryPoint) is { } kernel
            && kernel.Entry.Type.Parameters.Select(type => type.Unqualified).SequenceEqual(task.Prototype.Parameters.Select(type => type.Unqualified))
            && kernel.Entry.Type.Result.Equals(task.Prototype.Result);
    }

    public static BoundedReport Verify(string name, SourceText source, BoundedOptions options)
    {
        var task = KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;
        var specification = FrontEndForTests.ParseWithLibrary(task.Specification).Value;
        var kernel = BoundedKernel.Of(FrontEndForTests.ParseWithLibrary(source).Value, task.EntryPoint)!;
        return BoundedVerification.Verify(
            new(task, BoundedKernel.Of(specification, task.ReferenceName)!, kernel, source),
            task.MagnitudeName is { } magnitude ? BoundedKernel.Of(specification, magnitude) : null,
            options,
            CancellationToken.None);
    }
}
