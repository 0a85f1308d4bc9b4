using HpcVerify.Cli;
using HpcVerify.Detectors;
using HpcVerify.TestKit;

namespace HpcVerify.Architecture.Tests;

/// <summary>docs/rules.md is generated; UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class RulePageTests
{
    private const string Page = "docs/rules.md";

    [Fact]
    public void CommittedPageListsEveryRule()
    {
        var page = RuleCatalogue.Markdown(Layers.Rules);
        if (Repository.UpdatesGolden)
        {
            File.WriteAllText(Repository.PathOf(Page), page);
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(Page)), page);
    }
}
