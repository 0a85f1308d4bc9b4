using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>
/// What one of TSVC's functions computes once: without the repetition, the clock and the call of <c>dummy</c>. The last
/// argument of that call, where it is a variable, is what the function returns.
/// </summary>
/// <param name="Known">Variables that <c>main</c> sets through <c>arg_info</c>, as C.</param>
/// <param name="Given">Variables that it sets to numbers of the run: parameters.</param>
internal sealed record TsvcLoop(
    string Name, ImmutableArray<Statement> Statements, Expression? Result, ImmutableDictionary<Symbol, string> Known, ImmutableArray<Symbol> Given)
{
    private const string Repetition = "nl";

    /// <summary>The loop of a function; null, with the reason in <paramref name="obstacles"/>, where it repeats nothing.</summary>
    public static TsvcLoop? Of(Declaration.Function function, ImmutableArray<Expression> arguments, List<string> obstacles)
    {
        var body = ((Statement.Compound)function.Body!).Statements;
        var repeated = body.OfType<Statement.For>().FirstOrDefault(IsRepetition);
        if (repeated?.Body is not Statement.Compound { Statements: var once })
        {
            obstacles.Add("nothing that is repeated");
            return null;
        }

        var call = once.Select(CallOf).OfType<Expression.Call>().FirstOrDefault(call => call.Target?.Name == "dummy");
        var result = call is { } && CText.Strip(call.Arguments[^1]) is Expression.Reference { Symbol.Kind: SymbolKind.Variable } returned ? returned : null;
        var setup = body.TakeWhile(statement => statement != repeated).Where(statement => CallOf(statement) is null && statement is not Statement.For);
        var (known, given) = FromMain(function, arguments);
        var dropped = known.Keys.Concat(given).ToHashSet();
        var kept = setup.Concat(once.Where(statement => CallOf(statement)?.Target?.Name != "dummy"))
            .Where(statement => statement is not Statement.Local { Declarations: [Declaration.Variable variable] } || !(dropped.Contains(variable.Symbol) || IsRecord(variable)))
            .Where(statement => statement is not Statement.Local { Declarations: [Declaration.Record, ..] });
        var loop = new TsvcLoop(function.Symbol.Name, [.. kept], result, known, given);
        if (!loop.Innermost().Any())
        {
            obstacles.Add("no loop, or one in another function");
        }

        return loop;
    }

    /// <summary>The loops without another one in them.</summary>
    public IEnumerable<Statement.For> Innermost() =>
        Statements.SelectMany(statement => statement.All<Statement.For>()).Where(loop => !loop.Body.All<Statement.For>().Any());

    public IEnumerable<Expression> Expressions() => Statements.SelectMany(statement => statement.All<Expression>()).Concat(Result is { } result ? [result] : []);

    private static bool IsRepetition(Statement.For loop) =>
        loop.Initial is Statement.Local { Declarations: [Declaration.Variable { Symbol.Name: Repetition }] };

    private static bool IsRecord(Declaration.Variable variable) => variable.Symbol.Type is CType.Pointer { Pointee: CType.Record } or CType.Record;

    private static Expression.Call? CallOf(Statement statement) => statement is Statement.Evaluate { Expression: var expression }
        && CText.Strip(expression) is Expression.Call { Target.Name: "dummy" or "initialise_arrays" or "gettimeofday" } call ? call : null;

    /// <summary>What the locals mean that are read from <c>func_args->arg_info</c>, directly or by the fields a, b and c of a record.</summary>
    private static (ImmutableDictionary<Symbol, string> Known, ImmutableArray<Symbol> Given) FromMain(Declaration.Function function, ImmutableArray<Expression> arguments)
    {
        var known = ImmutableDictionary.CreateBuilder<Symbol, string>();
        var given = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var variable in function.Body!.All<Declaration.Variable>().Where(variable => !IsRecord(variable) && IsFromMain(variable)))
        {
            var field = variable.Initializer!.All<Expression.Member>().Select(member => member.Field).First();
            var source = arguments.ElementAtOrDefault(field == "arg_info" ? 0 : field[0] - 'a');
            var isNumber = source is not null && !source.All<Expression.Reference>().Any(reference => reference.Symbol.Name is "s1" or "s2" or "ip");
            if (isNumber)
            {
                // main's n1 and n3 are 1.
                known[variable.Symbol] = new CText([]) { OtherExpression = part => part is Expression.Reference { Symbol.Name: "n1" or "n3" } ? "1" : null }.Of(source!);
            }
            else
            {
                given.Add(variable.Symbol);
            }
        }

        return (known.ToImmutable(), given.ToImmutable());
    }

    private static bool IsFromMain(Declaration.Variable variable) =>
        variable.Initializer is { } value && value.All<Expression.Member>().Any(member => member.Field == "arg_info" || IsRecordPointer(member.Base));

    private static bool IsRecordPointer(Expression expression) => CText.Strip(expression).Type is CType.Pointer { Pointee: CType.Record };
}
