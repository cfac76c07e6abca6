using System.Collections.Generic;

namespace CharacterModel;

/// <summary>How a network learned.</summary>
/// <param name="Name">The network.</param>
/// <param name="Parameters">How many it has.</param>
/// <param name="Points">One behind each epoch.</param>
internal sealed record LearningCurve(string Name, int Parameters, IReadOnlyList<LearningPoint> Points);

/// <summary>Where a network stands.</summary>
/// <param name="Characters">How many it has learned from, each time that it saw one counted.</param>
/// <param name="Seconds">The time that it has learned for.</param>
/// <param name="Bits">Bits per character of the part that is held out.</param>
internal readonly record struct LearningPoint(double Characters, double Seconds, double Bits);
