using System.CodeDom.Compiler;
using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Syntax;
using static HpcVerify.Parser.Kernels.ValuePrinter;

namespace HpcVerify.Parser.Kernels;

/// <summary>Statements as C, one a line.</summary>
internal sealed class StatementPrinter(IndentedTextWriter writer)
{
    public void Print(KernelStatement statement)
    {
        switch (statement)
        {
            case KernelStatement.Block block:
                PrintBlock(block.Statements);
                break;
            case KernelStatement.If branch:
                PrintIf(branch);
                break;
            case KernelStatement.Loop loop:
                PrintLoop(loop);
                break;
            case KernelStatement.Switch choice:
                PrintSwitch(choice);
                break;
            case KernelStatement.Region region:
                PrintRegion(region);
                break;
            default:
                writer.WriteLine(Line(statement));
                break;
        }
    }

    public static string Declaration(Variable variable, IEnumerable<Value> extents, Value? initial)
    {
        var storage = variable.Storage switch
        {
            StorageKind.Static => "static ",
            StorageKind.ThreadLocal => "_Thread_local ",
            _ => "",
        };
        var alignment = variable.AlignmentInBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"_Alignas({bytes}) ") : "";
        var type = variable.Type with { Qualifiers = variable.Type.Qualifiers & ~Qualifiers.Const };
        return $"{storage}{alignment}{CTypePrinter.Declare(type, variable.Name, extents.Select(Bare))}{(initial is null ? "" : $" = {Initial(initial)}")};";
    }

    private static string Line(KernelStatement statement) => statement switch
    {
        KernelStatement.Declare { Variable.Storage: StorageKind.ThreadLocal } declare => $"static {Declaration(declare.Variable, declare.Extents, declare.Initial)}",
        KernelStatement.Declare declare => Declaration(declare.Variable, declare.Extents, declare.Initial),
        KernelStatement.Assign assign => $"{ValuePrinter.Print(assign.Target)} = {Bare(assign.Value)};",
        KernelStatement.Evaluate evaluate => $"(void){ValuePrinter.Print(evaluate.Value)};",
        KernelStatement.Call call => $"{(call.Result is { } result ? $"{result.Name} = " : "")}{call.Target.Name}({List(call.Arguments)});",
        KernelStatement.Break => "break;",
        KernelStatement.Continue => "continue;",
        KernelStatement.Return { Value: null } => "return;",
        KernelStatement.Return exit => $"return {Bare(exit.Value!)};",
        KernelStatement.Goto jump => $"goto {jump.Target};",
        KernelStatement.Label label => $"{label.Name}:;",
        KernelStatement.Promised promised => Promised(promised.Promise),
        KernelStatement.Barrier => "#pragma omp barrier",
        KernelStatement.TaskWait => "#pragma omp taskwait",
        KernelStatement.TaskYield => "#pragma omp taskyield",
        KernelStatement.Flush { Variables: [] } => "#pragma omp flush",
        KernelStatement.Flush flush => $"#pragma omp flush({string.Join(", ", flush.Variables)})",
        KernelStatement.Unsupported unsupported => $"hv_unsupported({Quoted(unsupported.Reason)});",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Promised(Promise promise) => promise.Kind switch
    {
        PromiseKind.Unreachable => "__builtin_unreachable();",
        _ => $"/* promise: {promise.Kind}({List(promise.Operands)}) */;",
    };

    private void PrintBlock(ImmutableArray<KernelStatement> statements)
    {
        writer.WriteLine("{");
        PrintInside(statements);
        writer.WriteLine("}");
    }

    private void PrintInside(ImmutableArray<KernelStatement> statements)
    {
        writer.Indent++;
        foreach (var statement in statements)
        {
            Print(statement);
        }

        writer.Indent--;
    }

    private void PrintIf(KernelStatement.If branch)
    {
        writer.WriteLine($"if ({Bare(branch.Condition)}) {{");
        PrintInside(branch.Then.Statements);
        if (!branch.Else.Statements.IsEmpty)
        {
            writer.WriteLine("} else {");
            PrintInside(branch.Else.Statements);
        }

        writer.WriteLine("}");
    }

    /// <summary>A header part that takes several statements is a GNU statement expression.</summary>
    private void PrintLoop(KernelStatement.Loop loop)
    {
        foreach (var promise in loop.Promises)
        {
            writer.WriteLine(promise.Kind == PromiseKind.NoLoopDependence ? "#pragma GCC ivdep" : $"/* promise: {promise.Kind}({List(promise.Operands)}) */");
        }

        var isOuter = loop.Initial is not ([] or [KernelStatement.Declare or KernelStatement.Assign or KernelStatement.Evaluate or KernelStatement.Call]);
        var condition = Condition(loop);
        if (isOuter)
        {
            writer.WriteLine("{");
            PrintInside(loop.Initial);
            writer.Indent++;
        }

        var initial = isOuter || loop.Initial.IsEmpty ? "" : Line(loop.Initial[0])[..^1];
        writer.WriteLine(loop.IsTestFirst ? $"for ({initial}; {condition}; {Update(loop)}) {{" : "do {");
        PrintInside(loop.Body.Statements);
        writer.WriteLine(loop.IsTestFirst ? "}" : $"}} while ({condition});");
        if (isOuter)
        {
            writer.Indent--;
            writer.WriteLine("}");
        }
    }

    private static string Condition(KernelStatement.Loop loop) => loop switch
    {
        { Condition: null } => "",
        { Prelude: [] } => Bare(loop.Condition),
        _ => $"({{ {Inline(loop.Prelude)} {Bare(loop.Condition)}; }})",
    };

    private static string Update(KernelStatement.Loop loop) =>
        loop.Update.All(statement => statement is KernelStatement.Assign or KernelStatement.Evaluate or KernelStatement.Call)
            ? string.Join(", ", loop.Update.Select(statement => Line(statement)[..^1]))
            : $"({{ {Inline(loop.Update)} }})";

    private static string Inline(ImmutableArray<KernelStatement> statements)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = " " };
        using var inner = new IndentedTextWriter(text, "") { NewLine = " " };
        var printer = new StatementPrinter(inner);
        foreach (var statement in statements)
        {
            printer.Print(statement);
        }

        return text.ToString().TrimEnd();
    }

    private void PrintSwitch(KernelStatement.Switch choice)
    {
        writer.WriteLine($"switch ({Bare(choice.Subject)}) {{");
        foreach (var part in choice.Cases)
        {
            var labels = part.Labels.Select(range => range.Low == range.High
                ? string.Create(CultureInfo.InvariantCulture, $"case {range.Low}:")
                : string.Create(CultureInfo.InvariantCulture, $"case {range.Low} ... {range.High}:"));
            writer.WriteLine($"{string.Join(' ', part.IsDefault ? labels.Append("default:") : labels)};");
            PrintInside(part.Statements);
        }

        writer.WriteLine("}");
    }

    /// <summary>A loop or an atomic update follows its directive directly; <c>for simd</c> is one directive in C.</summary>
    private void PrintRegion(KernelStatement.Region region)
    {
        if (region is { Construct: Construct.WorksharingLoop, Body.Statements: [KernelStatement.Region { Construct: Construct.Simd } simd] })
        {
            writer.WriteLine(PragmaPrinter.PrintComposite(region, simd));
            Print(simd.Body.Statements[0]);
            return;
        }

        writer.WriteLine(PragmaPrinter.Print(region));
        if (region.Construct is Construct.WorksharingLoop or Construct.Simd or Construct.Atomic && region.Body.Statements is [var only])
        {
            Print(only);
        }
        else
        {
            PrintBlock(region.Body.Statements);
        }
    }
}
