using System.Collections.Immutable;
using HpcVerify.Cli.Reports;
using HpcVerify.Detectors.Submissions;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>One stage of one input in its printed form, and what was found on the way there.</summary>
internal sealed record PrintedStage(string Text, FileReport Report)
{
    public const string Syntax = "syntax";
    public const string Kernel = "kernel";

    public static PrintedStage Of(InputFile input, string stage, string entryPoint, FrontEnd frontEnd)
    {
        var (tree, findings) = TreeOf(input, entryPoint, frontEnd);
        if (tree is null)
        {
            return new("", About(SourceText.From(input.Path, ""), findings));
        }

        if (stage == Syntax)
        {
            return new(SyntaxPrinter.Print(tree), About(tree.Source, findings));
        }

        var (module, unsupported) = Lowering.Lower(tree);
        return new(KernelPrinter.Print(module), About(tree.Source, [.. findings, .. unsupported]));
    }

    /// <summary>The block that a response is judged by; a C file need not define the entry point to be looked at.</summary>
    private static Checked<SyntaxTree?> TreeOf(InputFile input, string entryPoint, FrontEnd frontEnd)
    {
        var (response, unreadable) = SourceReader.Read(input.Path, input.Bytes.AsSpan());
        if (response is null)
        {
            return new(null, unreadable);
        }

        var (submission, findings) = Submission.Select(response, entryPoint, frontEnd.Parse);
        if (submission is not null || ModelResponse.CandidateBlocks(response).Any(block => block.IsFenced))
        {
            return new(submission?.Tree, findings);
        }

        var (code, excesses) = SourceReader.ReadCode(input.Path, input.Bytes.AsSpan());
        if (code is null)
        {
            return new(null, excesses);
        }

        var (tree, messages) = frontEnd.Parse(code);
        return new(tree, messages);
    }

    private static FileReport About(SourceText source, ImmutableArray<Diagnostic> findings) => new(source, "", findings, null, null);
}
