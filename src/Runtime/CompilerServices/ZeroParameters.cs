using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>Picks the constructor of a network that leaves its parameters at zero, for a file to fill.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ZeroParameters;
