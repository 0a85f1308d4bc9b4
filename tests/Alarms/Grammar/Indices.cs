namespace HpcVerify.Alarms.Grammar;

/// <summary>Random indices that lie in [0, n * m) by construction; n and m are at least 1 wherever one stands.</summary>
public sealed class Indices(Choice choice)
{
    /// <summary>An index at which the buffer may be read here.</summary>
    public string Readable(string buffer, Scope scope, Expressions expressions) =>
        scope.Share is { } share && share.Written.Contains(buffer) ? Owned(share, scope) : Any(scope, expressions);

    /// <summary>An index at which a shared buffer is this task's own.</summary>
    public string Owned(Share share, Scope scope)
    {
        var owner = share.Owner.Name;
        return share.Owner.Reach != Reach.N ? owner
            : scope.Counters.Where(counter => counter.Reach == Reach.M).ToArray() is { Length: > 0 } inner
            ? choice.Of($"{owner} * m + {choice.Of<Counter>(inner).Name}", $"{owner} * m + (m - 1 - {choice.Of<Counter>(inner).Name})")
            : choice.Of($"{owner} * m", $"{owner} * m + m - 1", $"({owner} + 1) * m - 1");
    }

    public string Any(Scope scope, Expressions? expressions)
    {
        var (rows, columns, all) = (Named(scope, Reach.N), Named(scope, Reach.M), Named(scope, Reach.All));
        return choice.Below(12) switch
        {
            0 => choice.Of("0", "n * m - 1", "(n - 1) * m", "m - 1"),
            1 when expressions is not null && choice.OneIn(3) => $"(unsigned)({expressions.Integer(scope with { Counters = scope.Counters, Share = scope.Share }, 0).Text}) % (unsigned)(n * m)",
            <= 3 when all is not null => choice.Of($"n * m - 1 - {all}", $"({all} + 1 < n * m ? {all} + 1 : 0)", $"({all} > 0 ? {all} - 1 : {all})", $"({all} ^ 0)"),
            <= 5 when rows is not null && columns is not null => choice.Of($"({rows} + 1 < n ? {rows} + 1 : {rows}) * m + {columns}", $"{rows} * m + (m - 1 - {columns})", $"(n - 1 - {rows}) * m + {columns}", $"{columns} * n + {rows}"),
            _ when rows is not null && columns is not null => $"{rows} * m + {columns}",
            _ => all ?? (rows is not null ? choice.Of(rows, $"{rows} * m", $"{rows} * m + m - 1") : columns ?? choice.Of("0", "n * m - 1", "n * m / 2")),
        };
    }

    private string? Named(Scope scope, Reach reach)
    {
        var counters = scope.Counters.Where(counter => counter.Reach == reach).ToArray();
        return counters.Length == 0 ? null : choice.Of<Counter>(counters).Name;
    }
}
