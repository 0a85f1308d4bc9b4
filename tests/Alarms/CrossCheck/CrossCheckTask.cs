using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Makes a request of a random kernel, as of a kernel of the corpus.</summary>
internal static class CrossCheckTask
{
    public static VerificationRequest RequestOf(AffineKernel kernel, FrontEnd frontEnd)
    {
        var specification = SourceText.From("cross.c", kernel.Specification);
        var tree = Parsed(specification, frontEnd.Parse);
        var (contract, misuses) = ContractReader.Read(tree, AffineKernels.Name + "_contract");
        if (contract is null)
        {
            throw new InvalidOperationException($"a contract is not understood: {misuses[0]}\n{kernel.Specification}");
        }

        var entry = tree.Functions.First(function => function.Symbol.Name == AffineKernels.Entry);
        var sizes = Sizes.Of(contract.SizeParameters.Select(size => KeyValuePair.Create(size.Name, 8L)));
        var task = new KernelTask(
            AffineKernels.Name, "A random kernel", AffineKernels.Entry, entry.Type, contract, AffineKernels.Name + "_reference", specification,
            ReferenceSource: specification, Baseline: null, ScoredSizes: sizes, TestSizes: [], Work: null);
        return VerificationRequest.Of(task, SourceText.From("kernel.c", kernel.Code), source => Parsed(source, frontEnd.ParseWithLibrary))!;
    }

    private static SyntaxTree Parsed(SourceText source, Func<SourceText, Checked<SyntaxTree>> parse) => parse(source).Value is { Errors: [] } tree
        ? tree
        : throw new InvalidOperationException($"the front end rejects a random kernel: {parse(source).Value.Errors[0].Text}\n{source.Code}");
}
