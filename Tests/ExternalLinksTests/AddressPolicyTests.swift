import Core
import Testing

@testable import ExternalLinks

@Suite struct AddressPolicyTests {
    private static let refused = [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1",
        "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1",
        "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1",
        "fec0::1", "ff02::1", "fd00:ec2::254",
    ]
    private static let allowed = [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1", "2606:4700::1111",
        "2400:cb00::1", "2a00:1450::1",
    ]

    @Test(arguments: refused) func refusesWhatIsNotThePublicInternet(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!AddressPolicy().allows(address))
    }

    @Test(arguments: allowed) func allowsThePublicInternet(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().allows(address))
    }

    @Test func allowsPrivateAddressesThatTheSiteNames() throws {
        let block = try #require(AddressBlock("10.1.0.0/16"))
        let policy = AddressPolicy(allowed: [block])
        #expect(policy.allows(try #require(IPAddress("10.1.255.255"))))
        #expect(!policy.allows(try #require(IPAddress("10.2.0.0"))))
        // The same address, written within one of version 6, is another one.
        #expect(!policy.allows(try #require(IPAddress("::ffff:10.1.0.1"))))
    }

    @Test(arguments: [0, 22, 25, 6379]) func refusesPortsOfOtherServices(_ port: Int) {
        #expect(!AddressPolicy.allows(port: port))
    }

    @Test(arguments: [80, 443, 8000, 8080, 8443, 65_535]) func allowsPortsOfTheWeb(_ port: Int) {
        #expect(AddressPolicy.allows(port: port))
    }
}
