using System;
using FsCheck;
using FsCheck.Fluent;

namespace GenNet.Fuzz;

/// <summary>What is fuzzed: random cases, and what must hold for each of them.</summary>
/// <param name="Name">Its name on the command line and in the list of tests.</param>
/// <param name="Cases">The cases of a round, which take a few seconds; the tests run one round.</param>
/// <param name="Property">The cases and what must hold.</param>
internal sealed record FuzzSubject(string Name, int Cases, Property Property)
{
    /// <summary>A subject.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cases">The cases of a round.</param>
    /// <param name="arbitrary">How cases are drawn, and how one that fails is made smaller. The text of a case must suffice to see what failed.</param>
    /// <param name="holds">Throws where something does not hold.</param>
    public static FuzzSubject Of<T>(string name, int cases, Arbitrary<T> arbitrary, Action<T> holds) => new(name, cases, Prop.ForAll(arbitrary, holds));

    /// <summary>A round of cases. The same seed gives the same cases.</summary>
    /// <exception cref="FuzzException">A case failed; the message has the smallest one that was found.</exception>
    public void Run(ulong seed)
    {
        try
        {
            Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Cases).WithReplay(seed, Gamma), Property);
        }
        catch (Exception exception)
        {
            throw new FuzzException($"{Name}, seed {seed}: {exception.Message}", exception);
        }
    }

    /// <summary>The second number of FsCheck's seeds, which must be odd.</summary>
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;
}
