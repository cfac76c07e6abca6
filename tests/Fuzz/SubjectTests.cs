using System;
using System.Linq;
using FsCheck.Fluent;

namespace GenNet.Fuzz;

/// <summary>A round of every subject, with the same seed each time; and a round that must fail.</summary>
public sealed class SubjectTests
{
    public static TheoryData<string> Names => new(Subjects.All.Select(subject => subject.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_holds_for_every_case_of_a_round(string subject) => Subjects.All.Single(one => one.Name == subject).Run(seed: 1);

    [Fact]
    public void A_failure_says_seed_and_smallest_case()
    {
        FuzzSubject subject = FuzzSubject.Of("small numbers", 100, Arb.From(Gen.Choose(0, 1000), n => n > 0 ? [n / 2, n - 1] : []), n => Assert.True(n < 77));

        FuzzException failure = Assert.Throws<FuzzException>(() => subject.Run(seed: 5));

        Assert.StartsWith("small numbers, seed 5: ", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"Shrunk:\s+77\s", failure.Message);
        Assert.Equal(failure.Message, Assert.Throws<FuzzException>(() => subject.Run(seed: 5)).Message);
    }
}
