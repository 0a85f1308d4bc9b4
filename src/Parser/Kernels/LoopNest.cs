using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>The loops that a loop directive governs, outermost first, or the reason why they are none it can govern.</summary>
internal sealed record LoopNest(ImmutableArray<Symbol> Indices, string? Problem)
{
    /// <summary>The perfect nest of so many <c>for</c> loops at a statement (OpenMP 5.2 section 4.4.1).</summary>
    public static LoopNest At(Statement? body, long depth)
    {
        var indices = ImmutableArray.CreateBuilder<Symbol>();
        for (var level = 0; level < depth; level++)
        {
            if (Unwrapped(body) is not Statement.For loop)
            {
                return new(indices.ToImmutable(), level == 0 ? "loop directive without a 'for' loop" : "'collapse' over loops that are not perfectly nested");
            }

            if (IndexOf(loop) is not { } index)
            {
                return new(indices.ToImmutable(), "loop that does not set its index");
            }

            indices.Add(index);
            body = loop.Body;
        }

        return new(indices.ToImmutable(), null);
    }

    private static Statement? Unwrapped(Statement? statement)
    {
        while (statement is Statement.Compound { Statements: [var only] })
        {
            statement = only;
        }

        return statement;
    }

    private static Symbol? IndexOf(Statement.For loop) => loop.Initial switch
    {
        Statement.Local { Declarations: [Declaration.Variable { Initializer: not null } variable] } => variable.Symbol,
        Statement.Evaluate { Expression: Expression.Assignment { Operator: null, Target: Expression.Reference reference } } => reference.Symbol,
        _ => null,
    };

    /// <summary>Why lowered loops cannot be counted before they run; null when they can.</summary>
    public static string? ProblemOf(KernelStatement.Block body, int depth)
    {
        var statement = (KernelStatement?)body;
        for (var level = 0; level < depth; level++)
        {
            while (statement is KernelStatement.Block { Statements: [var only] })
            {
                statement = only;
            }

            if (statement is not KernelStatement.Loop { Counted: { IsStepInBody: false, Lower: not null, Comparison: not Operation.Equal } shape } loop)
            {
                return "loop that cannot be counted before it runs";
            }

            if (!shape.IsBoundInvariant)
            {
                return $"bound of loop over '{shape.Index.Name}' that can change in the loop";
            }

            statement = loop.Body;
        }

        return null;
    }
}
