using System.Collections.Generic;
using GenNet.Fuzz.Declarations;
using GenNet.Fuzz.Files;
using GenNet.Fuzz.Fits;
using GenNet.Fuzz.Networks;
using GenNet.Fuzz.Sequences;

namespace GenNet.Fuzz;

/// <summary>Everything that is fuzzed.</summary>
internal static class Subjects
{
    public static IReadOnlyList<FuzzSubject> All { get; } =
    [
        ResumedFit.Subject,
        EmbeddedFile.Subject,
        EmittedNetwork.Subject,
        SequenceNetwork.Subject,
        DamagedFile.Subject,
        DeclaredNetworks.Subject,
        EditedNetworks.Subject,
    ];
}
