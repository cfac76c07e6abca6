using System.Collections.Generic;
<<<<<<< HEAD
using GenNet.Fuzz.Files;
=======
using GenNet.Fuzz.Declarations;
>>>>>>> mend-front
using GenNet.Fuzz.Fits;

namespace GenNet.Fuzz;

/// <summary>Everything that is fuzzed.</summary>
internal static class Subjects
{
    public static IReadOnlyList<FuzzSubject> All { get; } =
    [
        ResumedFit.Subject,
<<<<<<< HEAD
        DamagedFile.Subject,
=======
        DeclaredNetworks.Subject,
        EditedNetworks.Subject,
>>>>>>> mend-front
    ];
}
