using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenNet.Benchmarks.Comparison;

/// <summary>Requests and answers as JSON without reflection: a native program speaks them too.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class PeerJson : JsonSerializerContext;
