using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.OpenMp;

public sealed class ClauseShapeTests
{
    [Theory]
    [InlineData("parallel for simd nowait, untied", "parallel for simd: nowait[]0 untied[]0")]
    [InlineData("target teams distribute parallel for simd", "target teams distribute parallel for simd:")]
    [InlineData("parallel masked taskloop simd filter(1)", "parallel masked taskloop simd: filter[]1")]
    [InlineData("critical(name) hint(0)", "critical name: hint[]1")]
    [InlineData("cancel taskgroup if(cancel: a)", "cancel taskgroup: if[cancel]1")]
    [InlineData("for schedule(nonmonotonic, simd: dynamic, 2 * c)", "for: schedule[nonmonotonic,simd,dynamic]1")]
    [InlineData("for schedule(auto)", "for: schedule[auto]0")]
    [InlineData("for ordered(2) order(reproducible: concurrent)", "for: ordered[]1 order[reproducible,concurrent]0")]
    [InlineData("parallel default(none) proc_bind(close)", "parallel: default[none]0 proc_bind[close]0")]
    [InlineData("parallel if(f(a, b))", "parallel: if[]1")]
    [InlineData("for lastprivate(conditional: a) linear(val(i, j): 2)", "for: lastprivate[conditional]1 linear[val,step]3")]
    [InlineData("for linear(i: ref, step(3)) aligned(a, b: 64)", "for: linear[ref,step]2 aligned[alignment]3")]
    [InlineData("for reduction(inscan, max: m) reduction(&&: b)", "for: reduction[inscan,max]1 reduction[&&]1")]
    [InlineData("parallel reduction(+: s, a[0:n], b[:m], t)", "parallel: reduction[+]1 reduction[+]6* reduction[+]1")]
    [InlineData("target enter data map(always, to: a[0:n])", "target enter data: map[always,to]3*")]
    [InlineData("teams num_teams(2 : 4)", "teams: num_teams[]2")]
    [InlineData("taskloop grainsize(strict: 4) if(taskloop: a)", "taskloop: grainsize[strict]1 if[taskloop]1")]
    [InlineData("atomic capture seq_cst", "atomic: capture[]0 seq_cst[]0")]
    [InlineData("ordered simd", "ordered: simd[]0")]
    [InlineData("ordered doacross(source:)", "ordered: doacross[source]0")]
    [InlineData("target if(target: a) if(parallel: b)", "target: if[target]1 if[parallel]1")]
    [InlineData("target data if(target data: a) map(a)", "target data: if[target data]1 map[]1")]
    public void ReadsNamesModifiersAndCounts(string pragma, string shapes)
    {
        var site = Assert.Single(PragmaRewriter.Rewrite(SourceText.From("a.c", $"void f() {{\n#pragma omp {pragma}\n}}")).Sites);
        Assert.Null(site.Problem);
        var clauses = site.Clauses.Select(clause =>
            $" {clause.Name}[{string.Join(',', clause.Modifiers)}]{clause.OperandCount}{(clause.HasSections ? "*" : "")}");
        Assert.Equal(shapes, $"{site.Name}{(site.Argument is null ? "" : " " + site.Argument)}:{string.Concat(clauses)}");
    }
}
