using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using Microsoft.Data.Sqlite;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Archives as files: what is one, what is none, and that nothing in them changes.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-archive");

    private string Path => System.IO.Path.Combine(_folder.FullName, "search.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AFileThatIsNotThereIsMadeOnlyWhereThatIsAskedFor()
    {
        Assert.Equal($"'{Path}' cannot be read: no such file", SearchArchive.Open(Path, mayMake: false).Problem);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void TextIsNoArchive()
    {
        File.WriteAllText(Path, "The quick brown fox jumps over the lazy dog, again and again, until there is enough of it to be a header.");
        Assert.Equal($"'{Path}' is no archive of a search (name another file)", SearchArchive.Open(Path, mayMake: true).Problem);
    }

    [Fact]
    public void AnotherDatabaseIsNoArchive()
    {
        Execute("CREATE TABLE addresses (name TEXT)");
        Assert.Equal($"'{Path}' is no archive of a search (name another file)", SearchArchive.Open(Path, mayMake: true).Problem);
    }

    [Fact]
    public async Task AnArchiveOfALaterVersionIsLeftAlone()
    {
        await FakeSearch.Run(Path, 1, _ => { });
        Execute("PRAGMA user_version = 2");
        Assert.Equal($"'{Path}' has version 2 of archives, and this program reads version 1 (use the program that made it)", SearchArchive.Open(Path, mayMake: true).Problem);
    }

    [Theory]
    [InlineData("UPDATE samples SET reward = 1000")]
    [InlineData("UPDATE scores SET reward = 1000")]
    [InlineData("DELETE FROM steps")]
    [InlineData("DELETE FROM opinions")]
    public async Task WhatWasRecordedStays(string statement)
    {
        await FakeSearch.Run(Path, 1, _ => { });
        Opine(new(2, Opinion.None, "a word"));
        Assert.Contains("an archive is only added to", Assert.Throws<SqliteException>(() => Execute(statement)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsReadIsWhatWasRecorded()
    {
        await FakeSearch.Run(Path, 1, _ => { });
        var (archive, _) = SearchArchive.Open(Path, mayMake: false);
        using (archive)
        {
            var kernel = archive!.Kernels("table", 1)[0];
            Assert.Equal(kernel.Group, archive.Find("table", kernel.Id)!.Group);
            Assert.Equal(new Completion(kernel.Sample.Completion.Text, [int.Parse(kernel.Sample.Code.Split(' ')[1], null), 1], [-0.5f, int.Parse(kernel.Sample.Code.Split(' ')[1], null) / -1000f], kernel.Sample.Completion.IsTruncated), kernel.Sample.Completion);
            Assert.Equal(FakeSearch.Options, archive.Run!.Options);
        }
    }

    /// <summary>What a user says of a kernel moves what the same kernel is paid later, and the prompt says so.</summary>
    [Fact]
    public async Task OpinionsEnterRewardsAndPrompts()
    {
        await FakeSearch.Run(Path, 1, _ => { });
        Opine(new(1, Opinion.Accepted, "just as I like it"));
        await FakeSearch.Run(Path, 2, _ => { });

        var (archive, _) = SearchArchive.Open(Path, mayMake: false);
        using (archive)
        {
            var group = archive!.Kernels("table", 2).Select(kernel => kernel.Group).First(group => group.Parent == 1);
            Assert.Contains("a user accepts it\na user says: just as I like it", group.Prompt, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AWordIsWorthSomethingOnlyOfWhatIsRight()
    {
        var opinions = UserOpinions.Of([new(1, Opinion.Accepted, ""), new(2, Opinion.Rejected, ""), new(2, Opinion.None, "too long")], sample => sample == 1 ? "good" : "bad");
        Outcome right = new(HpcVerify.Rewards.Policy.Level.Ok, 50, 5, "untested", "", "", null, "{}"), wrong = right with { Level = HpcVerify.Rewards.Policy.Level.Verification, Reward = -10 };

        Assert.Equal([60, 40, 50], [opinions.Paid(right, "good", 10), opinions.Paid(right, "bad", 10), opinions.Paid(right, "other", 10)]);
        Assert.Equal([-10, -10], [opinions.Paid(wrong, "good", 10), opinions.Paid(wrong, "bad", 10)]);
        Assert.Null(opinions.Paid(Outcome.Unscored("fire"), "good", 10));
        Assert.Equal("slow\na user rejects it\na user says: too long", opinions.Feedback("slow", "bad"));
    }

    private void Opine(ArchivedOpinion opinion)
    {
        var (archive, _) = SearchArchive.Open(Path, mayMake: false);
        using (archive)
        {
            archive!.Record(opinion);
        }
    }

    private void Execute(string statement)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
