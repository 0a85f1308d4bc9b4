using System.Collections.Immutable;
using HpcVerify.Cli.Reports;
using HpcVerify.Detectors.Submissions;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Cli.Commands;

/// <summary>One stage of one input in its printed form, and what was found on the way there.</summary>
internal sealed record PrintedStage(string Text, FileReport Report)
{
    public const string Syntax = "syntax";
    public const string Kernel = "kernel";
    public const string Accesses = "accesses";

    public static PrintedStage Of(InputFile input, string stage, string entryPoint, FrontEnd frontEnd)
    {
        var (tree, findings) = TreeOf(input, entryPoint, stage == Accesses ? frontEnd.ParseWithLibrary : frontEnd.Parse);
        if (tree is null)
        {
            return new("", About(SourceText.From(input.Path, ""), findings));
        }

        if (stage == Syntax)
        {
            return new(SyntaxPrinter.Print(tree), About(tree.Source, findings));
        }

        var (module, unsupported) = Lowering.Lower(tree);
        var text = stage == Kernel ? KernelPrinter.Print(module) : AccessesOf(tree, module, entryPoint);
        return new(text, About(tree.Source, [.. findings, .. unsupported]));
    }

    /// <summary>Of the entry point or of <c>main</c>; of every function that other files can call where there is neither.</summary>
    private static string AccessesOf(SyntaxTree tree, Module module, string entryPoint)
    {
        var library = Lowering.Lower(tree.LibraryTree).Value;
        var defined = module.Functions.Where(function => function.Body is not null).ToList();
        var wanted = defined.Where(function => function.Name == entryPoint || function.Name == "main").Take(1).ToList();
        return string.Concat((wanted.Count > 0 ? wanted : defined.Where(function => !function.Symbol.IsInternal))
            .Select(function => AccessExtraction.Of(module, library, function.Name)!)
            .Select(extraction => AccessPrinter.Print(extraction, tree.Source)));
    }

    /// <summary>The block that a response is judged by; a C file need not define the entry point to be looked at.</summary>
    private static Checked<SyntaxTree?> TreeOf(InputFile input, string entryPoint, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var (response, unreadable) = SourceReader.Read(input.Path, input.Bytes.AsSpan());
        if (response is null)
        {
            return new(null, unreadable);
        }

        var (submission, findings) = Submission.Select(response, entryPoint, parse);
        if (submission is not null || ModelResponse.CandidateBlocks(response).Any(block => block.IsFenced))
        {
            return new(submission?.Tree, findings);
        }

        var (code, excesses) = SourceReader.ReadCode(input.Path, input.Bytes.AsSpan());
        if (code is null)
        {
            return new(null, excesses);
        }

        var (tree, messages) = parse(code);
        return new(tree, messages);
    }

    private static FileReport About(SourceText source, ImmutableArray<Diagnostic> findings) => new(source, "", findings, null, null);
}
